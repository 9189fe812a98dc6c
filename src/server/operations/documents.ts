import { GraphQLError, parse, specifiedRules, validate, type DocumentNode, type GraphQLSchema, type ValidationRule } from 'graphql';
import { LRUCache } from 'lru-cache';
import { validationRules } from '../validation-rules.js';
import { InvalidOperationError } from './invalid-operation-error.js';

export interface DocumentsSettings {
  readonly schema: GraphQLSchema;
  readonly isIntrospectionOn: boolean;
}

/** Characters of documents that are kept parsed. */
const rememberedCharacters = 4_000_000;

/** Texts that have passed the limits, as valid documents. One that was valid once is neither parsed nor validated again. */
export class Documents {
  readonly #schema: GraphQLSchema;
  readonly #rules: readonly ValidationRule[];
  readonly #hideSuggestions: boolean;
  readonly #valid = new LRUCache<string, DocumentNode>({ maxSize: rememberedCharacters, sizeCalculation: (_document, text) => text.length || 1 });

  constructor({ schema, isIntrospectionOn }: DocumentsSettings) {
    this.#schema = schema;
    this.#rules = [...specifiedRules, ...validationRules(isIntrospectionOn)];
    this.#hideSuggestions = !isIntrospectionOn;
  }

  /** Throws InvalidOperationError. */
  read(text: string): DocumentNode {
    const known = this.#valid.get(text);
    if (known !== undefined) return known;
    const document = parsed(text);
    const errors = validate(this.#schema, document, this.#rules, { hideSuggestions: this.#hideSuggestions });
    if (errors.length > 0) throw new InvalidOperationError('GRAPHQL_VALIDATION_FAILED', errors);
    this.#valid.set(text, document);
    return document;
  }
}

function parsed(text: string): DocumentNode {
  try {
    return parse(text);
  } catch (error) {
    throw error instanceof GraphQLError ? new InvalidOperationError('GRAPHQL_PARSE_FAILED', [error]) : error;
  }
}
