import { run } from './run.js';

// As production, against a tenant, with GraphiQL, introspection and readable logs.
await run({ NODE_ENV: 'development' });
