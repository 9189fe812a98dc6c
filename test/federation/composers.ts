import { composeServices as composeWithApollo } from '@apollo/composition';
import { composeServices as composeWithHive, transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { federateSubgraphs } from '@wundergraph/composition';
import { buildASTSchema, parse, type GraphQLSchema } from 'graphql';
import type { Part } from '../../examples/supergraph/compose.js';

export interface Composition {
  /** Empty where it succeeded. */
  readonly errors: readonly string[];
  /** What clients of the router see; null where composition failed. */
  readonly api: GraphQLSchema | null;
}

export const composers = { Apollo: withApollo, Hive: withHive, Cosmo: withCosmo };
export type ComposerName = keyof typeof composers;
export const composerNames = Object.keys(composers) as ComposerName[];

function withApollo(parts: readonly Part[]): Composition {
  const { schema, errors = [] } = composeWithApollo(parts.map(toService));
  return { errors: errors.map(messageOf), api: schema?.toAPISchema().toGraphQLJSSchema() ?? null };
}

function withHive(parts: readonly Part[]): Composition {
  const { supergraphSdl, errors = [] } = composeWithHive(parts.map(toService));
  const api = supergraphSdl === undefined ? null : buildASTSchema(transformSupergraphToPublicSchema(parse(supergraphSdl)));
  return { errors: errors.map(messageOf), api };
}

function withCosmo(parts: readonly Part[]): Composition {
  const result = federateSubgraphs({ subgraphs: parts.map(({ name, url, sdl }) => ({ name, url, definitions: parse(sdl) })) });
  return result.success ? { errors: [], api: result.federatedGraphClientSchema } : { errors: result.errors.map(messageOf), api: null };
}

/** Apollo's, for routers. Throws where composition fails. */
export function supergraphOfApollo(parts: readonly Part[]): string {
  const { supergraphSdl, errors = [] } = composeWithApollo(parts.map(toService));
  if (supergraphSdl === undefined) throw new Error(errors.map(messageOf).join('\n'));
  return supergraphSdl;
}

function toService({ name, url, sdl }: Part) {
  return { name, url, typeDefs: parse(sdl) };
}

function messageOf({ message }: Error): string {
  return message;
}
