// Prints the SDL that a running gateway answers to `_service { sdl }`, for composition without one.
//   npm run --silent sdl           to the terminal
//   npm run sdl -- --release       into docs/schema.released.graphql, which a release does: changes are measured by it
import { writeFileSync } from 'node:fs';
import { servedSdl } from './served-sdl.js';

const releasedFile = 'docs/schema.released.graphql';
const heading = '# The schema of the last release. Written by `npm run sdl -- --release`, never by hand: docs/federation.md.\n';

const [option, ...others] = process.argv.slice(2);
if ((option !== undefined && option !== '--release') || others.length > 0) {
  console.error('Usage: npm run sdl [-- --release]');
  process.exitCode = 1;
} else if (option === '--release') {
  writeFileSync(new URL(`../${releasedFile}`, import.meta.url), `${heading}\n${servedSdl()}\n`);
  console.log(`${releasedFile} is the schema as it is now`);
} else {
  console.log(servedSdl());
}
