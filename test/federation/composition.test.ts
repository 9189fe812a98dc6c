import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { composeSchemaContract } from '@theguild/federation-composition';
import { federateSubgraphsWithContracts } from '@wundergraph/composition';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  parse,
  print,
  validate,
  type ConstDirectiveNode,
  type GraphQLSchema,
} from 'graphql';
import type { Part } from '../../examples/supergraph/compose.js';
import { sdlOf } from '../../examples/supergraph/subgraph.js';
import { servedSdl } from '../../scripts/served-sdl.js';
import { gatewaySchema } from '../../src/server/gateway-schema.js';
import { composerNames, composers, type Composition } from './composers.js';

const schema = gatewaySchema();
const part = (name: string, sdl: string): Part => ({ name, url: `http://127.0.0.1/${name}`, sdl });
const ours = part('certification', servedSdl(schema));
const directory = part('directory', sdlOf('directory'));
const notes = part('notes', sdlOf('notes'));
const hostile = part('hostile', readFileSync(new URL('hostile.graphql', import.meta.url), 'utf8'));
const documentation = readFileSync(new URL('../../docs/federation.md', import.meta.url), 'utf8');

/** `Certification`, `Certification.name`: all that a client of the gateway itself can name. */
function coordinatesOf(api: GraphQLSchema): string[] {
  const types = Object.values(api.getTypeMap()).filter(
    ({ name }) => !name.includes('__') && !['_Any', '_Entity', '_Service'].includes(name),
  );
  return types.flatMap((type) => {
    if (isEnumType(type)) return [type.name, ...type.getValues().map(({ name }) => `${type.name}.${name}`)];
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type))
      return isScalarType(type) && type.astNode == null ? [] : [type.name];
    const fields = Object.keys(type.getFields()).filter((name) => !name.startsWith('_'));
    return [type.name, ...fields.map((name) => `${type.name}.${name}`)];
  });
}

function apiOf({ api, errors }: Composition): GraphQLSchema {
  expect(errors).toEqual([]);
  if (api === null) throw new Error('composition gave no schema');
  return api;
}

/** Types, and fields of others, with @tag(name: "admin"). */
const taggedAdmin = Object.values(schema.getTypeMap()).flatMap((type) => {
  if (isTaggedAdmin(type)) return [type.name];
  const fields = isObjectType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : [];
  return fields.filter(isTaggedAdmin).map(({ name }) => `${type.name}.${name}`);
});

interface Defined {
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;
}

function isTaggedAdmin({ astNode }: Defined): boolean {
  return (astNode?.directives ?? []).some((directive) => print(directive) === '@tag(name: "admin")');
}

describe.each(composerNames)('composed by %s', (composer) => {
  const compose = composers[composer];

  test('beside a directory, notes and a subgraph with everybody’s names, all that is here is in the supergraph', () => {
    const api = apiOf(compose([ours, directory, notes, hostile]));
    expect(coordinatesOf(api)).toEqual(expect.arrayContaining(coordinatesOf(schema)));
    const across = `subscription ($taskId: ID!) {
      certificationTaskProgress(taskId: $taskId) {
        target { ... on Certification { name notes { text author { name department certificationsToReview { totalCount } } } } }
      }
    }`;
    expect(validate(api, parse(across))).toEqual([]);
    const back =
      '{ person(id: "a") { directReports { reassignmentConfiguration { id } } } recentNotes { certification { phase } } messages { text } }';
    expect(validate(api, parse(back))).toEqual([]);
  });

  test('a subgraph that takes one of its names for something else does not compose', () => {
    const thief = part(
      'thief',
      `${hostile.sdl}\ninput IgaTextFilter { contains: String! }\nextend type Query { stolen(filter: IgaTextFilter): Int }`,
    );
    expect(compose([ours, thief]).errors.join('\n')).toContain('IgaTextFilter');
  });

  test('a directory that keeps name and e-mail to itself does not compose', () => {
    const selfish = part('directory', directory.sdl.replaceAll(/ @shareable(?=\n)/g, ''));
    expect(compose([ours, selfish]).errors.join('\n')).toContain('name');
  });

  test('a directory may have whatever is said of a person here', () => {
    const identity = schema.getType('Identity');
    if (!isObjectType(identity)) throw new Error('there is no Identity');
    const said = Object.values(identity.getFields()).filter(
      ({ args, type }) => args.length === 0 && ['String', 'Identity'].includes(getNamedType(type).name),
    );
    const fields = said.map(({ name, type }) => `${name}: ${String(type)} @shareable`);
    expect(fields.length).toBeGreaterThan(1);
    const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])
      type Query { person(id: ID!): Identity }
      type Identity @key(fields: "id") { id: ID! ${fields.join(' ')} }`;
    expect(compose([ours, part('directory', sdl)]).errors).toEqual([]);
  });

  test('what docs/federation.md shows of other subgraphs composes with this one', () => {
    const snippets = [...documentation.matchAll(/```graphql\n([^`]+)```/g)].map(([, sdl = '']) => sdl);
    expect(snippets.length).toBeGreaterThan(2);
    for (const [index, sdl] of snippets.entries()) {
      const root = /type Query/.test(sdl) ? '' : `\ntype Query { root${index}: Int }`;
      expect(compose([ours, part(`snippet${index}`, sdl + root)]).errors).toEqual([]);
    }
  });
});

test('of the composers only Apollo’s forgets @oneOf', () => {
  const enforcing = composerNames.filter((composer) => {
    const api = apiOf(composers[composer]([ours]));
    return (
      validate(api, parse('{ certifications { nodes { reviewers(filter: { name: { eq: "a", startsWith: "b" } }) { totalCount } } } }'))
        .length > 0
    );
  });
  expect(enforcing).toEqual(['Hive', 'Cosmo']);
});

describe('a contract without what is tagged admin', () => {
  function expectWithoutAdmin(api: GraphQLSchema): void {
    const left = coordinatesOf(api);
    const whole = coordinatesOf(apiOf(composers.Hive([ours, directory, notes])));
    expect(taggedAdmin).toContain('ReassignmentTenantConfiguration');
    expect(left.filter((coordinate) => taggedAdmin.includes(coordinate) || taggedAdmin.includes(coordinate.split('.')[0] ?? ''))).toEqual(
      [],
    );
    // Nothing that is not tagged goes with it, but for types that only tagged fields lead to.
    const gone = whole.filter((coordinate) => !left.includes(coordinate));
    const untagged = gone.filter(
      (coordinate) => coordinate.includes('.') && !taggedAdmin.includes(coordinate) && left.includes(coordinate.split('.')[0] ?? ''),
    );
    expect(untagged).toEqual([]);
    expect(left).toContain('Certification.notes');
  }

  test('is made by Hive’s composer', () => {
    const services = [ours, directory, notes].map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) }));
    const { publicSdl = '', errors } = composeSchemaContract(services, { include: new Set(), exclude: new Set(['admin']) });
    expect(errors).toBeUndefined();
    expectWithoutAdmin(buildSchema(publicSdl));
  });

  // It compares sets by methods that Node 20 has not.
  const onNode22 = 'isDisjointFrom' in Set.prototype ? test : test.skip;
  onNode22('is made by Cosmo’s composer', () => {
    const result = federateSubgraphsWithContracts({
      subgraphs: [ours, directory, notes].map(({ name, url, sdl }) => ({ name, url, definitions: parse(sdl) })),
      tagOptionsByContractName: new Map([['reviewers', { tagNamesToExclude: new Set(['admin']), tagNamesToInclude: new Set<string>() }]]),
    });
    const contract = result.success ? result.federationResultByContractName.get('reviewers') : undefined;
    if (contract?.success !== true) throw new Error('the contract does not compose', { cause: contract?.errors ?? result });
    expectWithoutAdmin(contract.federatedGraphClientSchema);
  });
});

test('every type has the name of its domain, of its mutation, or one that everybody has', () => {
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {}).map((name) =>
    name.replace(/^./, (letter) => letter.toUpperCase()),
  );
  const known = [
    'Query',
    'Mutation',
    'Subscription',
    'Reviewer',
    'Identity',
    'PageInfo',
    'DateTime',
    ...mutations.flatMap((name) => [`${name}Input`, `${name}Payload`]),
  ];
  const names = coordinatesOf(schema).filter(
    (coordinate) => !coordinate.includes('.') && !/^(Certification|Reassignment|AccessReview|Iga)/.test(coordinate),
  );
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
});
