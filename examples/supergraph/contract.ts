// A contract: the supergraph for reviewers' frontends, without what is tagged "admin". No server is started.
//   npm run --silent example:contract > reviewers.graphql    the API schema, headed by what it leaves out
import { composeSchemaContract } from '@theguild/federation-composition';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType, parse, type GraphQLNamedType } from 'graphql';
import { servedSdl } from '../../scripts/served-sdl.js';
import { sdlOf } from './subgraph.js';

const subgraphs = [
  { name: 'certification', url: 'https://certification.example.com/graphql', typeDefs: parse(servedSdl()) },
  ...['directory', 'notes'].map((name) => ({ name, url: `https://${name}.example.com/graphql`, typeDefs: parse(sdlOf(name)) })),
];

/** The API schema without what has one of these tags, and without what can then no longer be reached. */
function apiWithout(tags: readonly string[]): string {
  const { publicSdl, errors = [] } = composeSchemaContract(subgraphs, { include: new Set(), exclude: new Set(tags) });
  if (publicSdl === undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  return publicSdl;
}

/** `Query.reassignmentConfigurations`, `ReassignmentTenantConfiguration` */
function missingFrom(contract: string, whole: string): string[] {
  const types = buildSchema(contract).getTypeMap();
  return Object.values(buildSchema(whole).getTypeMap()).flatMap((type) => {
    const counterpart = types[type.name];
    if (counterpart === undefined) return [type.name];
    const names = memberNames(counterpart);
    return memberNames(type)
      .filter((name) => !names.includes(name))
      .map((name) => `${type.name}.${name}`);
  });
}

function memberNames(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  return isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? Object.keys(type.getFields()) : [];
}

const contract = apiWithout(['admin']);
console.log('# Left out of this contract:');
for (const coordinate of missingFrom(contract, apiWithout([]))) console.log(`#   ${coordinate}`);
console.log(`\n${contract}`);
