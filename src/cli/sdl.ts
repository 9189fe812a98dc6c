import { printClientSchema, printSubgraph } from '../graphql/printed-schema.js';
import { gatewaySchema } from '../server/gateway-schema.js';
import { print } from './print.js';
import { UsageError } from './usage-error.js';

/** Prints the schema on stdout; returns the exit code. Throws UsageError. */
export function printSdl(args: readonly string[]): number {
  const isForRouters = args.length === 1 && args[0] === '--subgraph';
  if (args.length > 0 && !isForRouters) throw new UsageError('sdl takes --subgraph, or nothing');
  const schema = gatewaySchema();
  print(isForRouters ? `${printSubgraph(schema)}\n` : printClientSchema(schema));
  return 0;
}
