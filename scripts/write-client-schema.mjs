// Writes into dist/ what the package hands to clients: the schema, and the types of its interfaces and unions.
// Part of `npm run build`, after the compiler: it is the compiled code that knows the schema.
import { writeFileSync } from 'node:fs';
import { possibleTypesOf, printClientSchema } from '../dist/graphql/printed-schema.js';
import { gatewaySchema } from '../dist/server/gateway-schema.js';

const schema = gatewaySchema();
writeFileSync(new URL('../dist/schema.graphql', import.meta.url), printClientSchema(schema));
writeFileSync(new URL('../dist/possible-types.json', import.meta.url), `${JSON.stringify(possibleTypesOf(schema), null, 2)}\n`);
