import { GraphQLError, Kind, Lexer, OperationTypeNode, parse, Source, TokenKind, type DefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { FragmentCycleError, shapeOf } from './document-shape.js';
import type { Limits } from './limits.js';

/** What of a document is measured. */
export type Measure = 'tokens' | 'nesting' | 'depth' | 'aliases' | 'fields' | 'repeats' | 'directives' | 'directivesEach' | 'mutationFields';

export type DocumentLimits = Pick<Limits, Measure>;

export interface LimitExceeded {
  readonly measure: Measure;
  readonly limit: number;
  readonly actual: number;
}

const words: Readonly<Record<Measure, string>> = {
  tokens: 'tokens',
  nesting: 'brackets inside one another',
  depth: 'fields below one another',
  aliases: 'aliases, fragments written out',
  fields: 'fields, fragments written out',
  repeats: 'fields that stand in the same selection already',
  directives: 'directives, fragments written out',
  directivesEach: 'directives at one place',
  mutationFields: 'fields in one mutation',
};

/** "16 fields below one another; 15 are allowed" */
export function describeExceeded({ measure, limit, actual }: LimitExceeded): string {
  return `${actual} ${words[measure]}; ${limit} are allowed`;
}

/** Characters of documents known to be within the limits. */
const rememberedCharacters = 4_000_000;

/**
 * Looks at a document before anything else does. What is too long or nested too deep is refused by the lexer alone: to
 * parse it could already overflow the stack. Documents that were within the limits once are not measured again.
 */
export class DocumentGate {
  readonly #limits: DocumentLimits;
  readonly #passed = new LRUCache<string, true>({ maxSize: rememberedCharacters, sizeCalculation: (_value, text) => text.length || 1 });

  constructor(limits: DocumentLimits) {
    this.#limits = limits;
  }

  /** Null for a document within the limits, and for one that is none: the parser tells what is wrong with that. */
  check(text: string): LimitExceeded | null {
    if (this.#passed.get(text)) return null;
    const exceeded = this.#measure(text);
    if (exceeded === null) this.#passed.set(text, true);
    return exceeded;
  }

  #measure(text: string): LimitExceeded | null {
    try {
      return this.#lex(text) ?? this.#walk(text);
    } catch (error) {
      // Both are told better by the parser and by validation.
      if (error instanceof GraphQLError || error instanceof FragmentCycleError) return null;
      throw error;
    }
  }

  #lex(text: string): LimitExceeded | null {
    const lexer = new Lexer(new Source(text));
    let tokens = 0;
    let nesting = 0;
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
      tokens += 1;
      if (tokens > this.#limits.tokens) return this.#exceeded('tokens', tokens);
      if (opening.has(token.kind)) nesting += 1;
      if (closing.has(token.kind)) nesting -= 1;
      if (nesting > this.#limits.nesting) return this.#exceeded('nesting', nesting);
    }
    return null;
  }

  #walk(text: string): LimitExceeded | null {
    const document = parse(text, { noLocation: true });
    const shape = shapeOf(document);
    const isMutation = document.definitions.some(isMutationDefinition);
    const actual: Partial<Record<Measure, number>> = {
      depth: shape.depth,
      aliases: shape.aliases,
      fields: shape.fields,
      repeats: shape.repeats,
      directives: shape.directives,
      directivesEach: shape.directivesEach,
      ...(isMutation ? { mutationFields: shape.rootFields } : {}),
    };
    for (const [measure, number] of Object.entries(actual) as [Measure, number][]) {
      if (number > this.#limits[measure]) return this.#exceeded(measure, number);
    }
    return null;
  }

  #exceeded(measure: Measure, actual: number): LimitExceeded {
    return { measure, limit: this.#limits[measure], actual };
  }
}

const opening: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

function isMutationDefinition(node: DefinitionNode): boolean {
  return node.kind === Kind.OPERATION_DEFINITION && node.operation === OperationTypeNode.MUTATION;
}
