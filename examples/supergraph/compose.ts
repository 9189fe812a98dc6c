import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';

/** A subgraph's SDL, and where the router finds it. */
export interface Part {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}

/** The supergraph for a router. Throws with all that does not fit together. */
export function compose(parts: readonly Part[]): string {
  const { supergraphSdl, errors = [] } = composeServices(parts.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })));
  if (supergraphSdl === undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}
