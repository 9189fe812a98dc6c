import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Resolvers } from '../generated/types.js';
import { DateTime } from './date-time.js';
import { resolveRepresentationsAlone } from './representations.js';

/** The same place from `src/` and from `dist/`. */
const schemaFolder = new URL('../../schema/', import.meta.url);

export interface SchemaModule {
  /** File in `schema/`, without its ending. */
  readonly name: string;
  readonly resolvers: Resolvers;
}

/** The subgraph schema of `schema/*.graphql`, one module for each domain. */
export function createSchema(domains: readonly SchemaModule[]): GraphQLSchema {
  const modules = [
    { name: 'schema', resolvers: {} },
    { name: 'base', resolvers: { DateTime } },
    ...domains,
  ];
  const schema = buildSubgraphSchema(modules.map(({ name, resolvers }) => ({ typeDefs: readSdl(name), resolvers })));
  resolveRepresentationsAlone(schema);
  return schema;
}

function readSdl(name: string): DocumentNode {
  return parse(readFileSync(new URL(`${name}.graphql`, schemaFolder), 'utf8'));
}
