// A lockfile written where a native package's other builds could not be found leaves them out without a word,
// and `npm ci` then fails on the other platforms. So: every optional dependency that a locked package names must
// itself be locked, and no entry may name the registry that it was read from.
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));

function isLocked(from, name) {
  for (let base = from; ; base = base.slice(0, base.lastIndexOf('/node_modules/'))) {
    if (`${base}${base === '' ? '' : '/'}node_modules/${name}` in packages) return true;
    if (!base.includes('/node_modules/')) return `node_modules/${name}` in packages;
  }
}

const problems = Object.entries(packages).flatMap(([path, entry]) => [
  ...Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !isLocked(path, name))
    .map((name) => `${path || 'the project'} names the optional dependency ${name}, which is not locked`),
  ...(/^https?:/.test(entry.resolved ?? '') ? [`${path} holds a download address`] : []),
]);

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
console.log(`package-lock.json: ${Object.keys(packages).length} packages, complete for every platform`);
