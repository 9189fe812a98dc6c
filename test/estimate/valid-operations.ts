import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { Tenant } from '../../src/sandbox/upstream.js';

type Field = GraphQLField<unknown, unknown>;

/** Writes queries that lead to calls: deep ones, with small pages, and ids of which most exist. */
export class ValidOperations {
  readonly #schema: GraphQLSchema;
  readonly #random: () => number;
  /** By `field.argument`, or by the argument alone. Arguments that are not here are left out. */
  readonly #values: Readonly<Record<string, () => string>>;

  constructor(schema: GraphQLSchema, random: () => number, tenant: Tenant) {
    this.#schema = schema;
    this.#random = random;
    const { certifications, tasks, identities, examples } = tenant;
    const idsOf = (objects: ReadonlyMap<string, unknown>) => [...[...objects.keys()].slice(0, 8), 'nowhere'];
    const ids: Readonly<Record<string, readonly string[]>> = {
      Certification: [...idsOf(certifications), examples.certifications.withPendingTask, examples.certifications.ofGovernanceGroup],
      CertificationCampaign: [examples.campaigns.managerReview, 'nowhere'],
      CertificationTask: idsOf(tasks),
      Identity: idsOf(identities),
      ReassignmentConfiguration: idsOf(identities),
    };
    const id = (type: string) => () => JSON.stringify(this.#pick(ids[type] ?? []));
    const representation = () => {
      const type = this.#pick(Object.keys(ids));
      return `{ __typename: "${type}", id: ${id(type)()} }`;
    };
    this.#values = {
      'accessSummaries.type': () => this.#pick(['ENTITLEMENT', 'ACCESS_PROFILE', 'ROLE']),
      'certification.id': id('Certification'),
      'certificationTask.id': id('CertificationTask'),
      'certificationTasks.ids': () => `[${id('CertificationTask')()}, ${id('CertificationTask')()}]`,
      'item.id': () => JSON.stringify(this.#pick(['nowhere', ...Object.values(examples.items).map(({ itemId }) => itemId)])),
      'pendingCertificationTasks.filter': () => `{ targetIds: [${id('Certification')()}, ${id('Certification')()}] }`,
      certificationId: id('Certification'),
      configType: () => 'CERTIFICATIONS',
      first: () => this.#pick(['1', '2', '5', '30']),
      identityId: id('Identity'),
      ids: () => `[${id('Identity')()}, ${id('Identity')()}]`,
      offset: () => this.#pick(['0', '1', '260']),
      representations: () => `[${[representation(), representation(), representation()].join(', ')}]`,
    };
  }

  next(): string {
    const root = this.#schema.getQueryType();
    if (!isObjectType(root)) throw new TypeError('the schema has no queries');
    return this.#selection(root, 6);
  }

  #selection(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields()).filter((field) => field.name !== '_service' && (depth > 0 || !isComposite(field)));
    const share = Math.min(0.8, 1.6 / Math.max(1, fields.filter(isComposite).length));
    const chosen = fields.filter((field) => this.#random() < (isComposite(field) ? share : 0.2));
    const written = chosen.map((field) => {
      // Twice, with other arguments and another selection.
      const again = this.#random() < 0.1 ? ` ${field.name}Again: ${this.#field(field, depth)}` : '';
      return this.#field(field, depth) + again;
    });
    return `{ __typename ${written.join(' ')} }`;
  }

  #field(field: Field, depth: number): string {
    return `${field.name}${this.#arguments(field)}${this.#below(field.type, depth - 1)}`;
  }

  #arguments(field: Field): string {
    const given = field.args.flatMap(({ name, type }) => {
      const value = this.#values[`${field.name}.${name}`] ?? this.#values[name];
      return value !== undefined && (isNonNullType(type) || name === 'filter' || this.#random() < 0.5) ? [`${name}: ${value()}`] : [];
    });
    return given.length === 0 ? '' : `(${given.join(', ')})`;
  }

  #below(type: GraphQLOutputType, depth: number): string {
    const named = getNamedType(type);
    if (isObjectType(named)) return ` ${this.#selection(named, depth)}`;
    if (!isAbstractType(named)) return '';
    // One of them: fields of one name and different types side by side would not be valid.
    const part = this.#pick(this.#schema.getPossibleTypes(named));
    return ` { __typename ... on ${part.name} ${this.#selection(part, depth)} }`;
  }

  #pick<Choice>(choices: readonly Choice[]): Choice {
    return choices[Math.floor(this.#random() * choices.length)] as Choice;
  }
}

function isComposite({ type }: Field): boolean {
  return isCompositeType(getNamedType(type));
}
