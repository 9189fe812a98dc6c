import { printSubgraph } from '../src/graphql/printed-schema.js';
import { gatewaySchema } from '../src/server/gateway-schema.js';

/** What a running gateway answers to `_service { sdl }`. */
export function servedSdl(schema = gatewaySchema()): string {
  return printSubgraph(schema);
}
