import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  isInterfaceType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** The same numbers for the same seed (mulberry32), from 0 up to 1. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const oddTexts = ['', ' ', '..', '../../x', 'a/b?c#d', '"', '\\', '\u0000', '💥', 'a'.repeat(300), 'null', '%2e%2e', 'types', 'tenant-config', 'me', '__proto__'];
const oddNumbers = [0, -1, 1, 25, 250, 251, 2 ** 31 - 1, -(2 ** 31)];

/** Writes operations that the schema allows, with arguments that often are not allowed. */
export class RandomOperations {
  readonly #schema: GraphQLSchema;
  readonly #random: () => number;
  readonly #ids: readonly string[];

  /** `ids` are of objects that exist. */
  constructor(schema: GraphQLSchema, random: () => number, ids: readonly string[]) {
    this.#schema = schema;
    this.#random = random;
    this.#ids = ids;
  }

  next(): string {
    const mutation = this.#schema.getMutationType();
    const isMutation = mutation !== null && mutation !== undefined && this.#random() < 0.2;
    const root = isMutation ? mutation : this.#schema.getQueryType();
    if (!isObjectType(root)) throw new TypeError('the schema has no root type');
    return `${isMutation ? 'mutation' : 'query'} ${this.#selection(root, 4)}`;
  }

  /** The same with characters taken out, put in or doubled. */
  broken(): string {
    const text = this.next();
    const at = Math.floor(this.#random() * text.length);
    const odd = this.#pick(['', '{', '}', '(', '"', '$', '@', '...', '\u0000', text.slice(0, at)]);
    return text.slice(0, at) + odd + text.slice(at + Math.floor(this.#random() * 3));
  }

  #selection(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields()).filter(({ name, type: of }) => name !== '_service' && (depth > 0 || !isComposite(of)));
    const chosen = fields.filter(() => this.#random() < Math.min(1, 2.5 / fields.length));
    const written = chosen.map((field) => {
      const alias = this.#random() < 0.1 ? `a${Math.floor(this.#random() * 100)}: ` : '';
      return `${alias}${field.name}${this.#arguments(field.args)}${this.#below(field.type, depth - 1)}`;
    });
    return `{ __typename ${written.join(' ')} }`;
  }

  #below(type: GraphQLOutputType, depth: number): string {
    const named = getNamedType(type);
    if (isObjectType(named)) return ` ${this.#selection(named, depth)}`;
    if (!isUnionType(named) && !isInterfaceType(named)) return '';
    // One of them: fields of one name and different types side by side would not be valid.
    const part = this.#pick(this.#schema.getPossibleTypes(named));
    return ` { __typename ... on ${part.name} ${this.#selection(part, depth)} }`;
  }

  #arguments(args: readonly GraphQLArgument[]): string {
    const given = this.#given(args);
    return given === '' ? '' : `(${given})`;
  }

  #given(fields: readonly (GraphQLArgument | GraphQLInputField)[]): string {
    return fields
      .filter(({ type }) => isNonNullType(type) || this.#random() < 0.4)
      .map(({ name, type }) => `${name}: ${this.#value(type)}`)
      .join(', ');
  }

  #value(type: GraphQLInputType): string {
    if (isNonNullType(type)) return this.#value(type.ofType);
    if (this.#random() < 0.03) return 'null';
    if (isListType(type)) {
      const length = this.#pick([0, 1, 1, 2, 3, 120]);
      return `[${Array.from({ length }, () => this.#value(type.ofType)).join(', ')}]`;
    }
    if (isInputObjectType(type)) return this.#object(type);
    if (isEnumType(type)) return this.#pick(type.getValues()).name;
    return this.#scalar(type.name);
  }

  #object(type: GraphQLInputObjectType): string {
    const fields = Object.values(type.getFields());
    if (!type.isOneOf) return `{ ${this.#given(fields)} }`;
    const only = this.#pick(fields);
    return `{ ${only.name}: ${this.#text()} }`;
  }

  #scalar(name: string): string {
    switch (name) {
      case 'Int':
        return String(this.#pick(oddNumbers));
      case 'Boolean':
        return String(this.#random() < 0.5);
      case 'DateTime':
        return JSON.stringify(this.#pick(['2026-03-01T00:00:00Z', '2030-01-01T00:00:00+02:00', '2029-01-01T00:00:00Z', '2040-01-01T00:00:00Z', 'tomorrow']));
      case '_Any':
        return `{ __typename: "${this.#pick(['Certification', 'Identity', 'ReassignmentConfiguration', 'CertificationTask', 'CertificationCampaign', 'Nope'])}", id: ${this.#text()} }`;
      default:
        return this.#text();
    }
  }

  #text(): string {
    return JSON.stringify(this.#random() < 0.6 ? this.#pick(this.#ids) : this.#pick(oddTexts));
  }

  #pick<Choice>(choices: readonly Choice[]): Choice {
    return choices[Math.floor(this.#random() * choices.length)] as Choice;
  }
}

function isComposite(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return isObjectType(named) || isUnionType(named) || isInterfaceType(named);
}
