import { run } from './run.js';

await run({ NODE_ENV: 'production' });
