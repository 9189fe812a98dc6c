// Bundles the GraphiQL page into dist/graphiql/: index.html, and assets/ with names that change with their content.
//   node graphiql/build.mjs              always
//   node graphiql/build.mjs --if-stale   only when an input is newer than the last output
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { readExamples } from './examples.mjs';
import { fontFiles, monacoStylesOnce, virtualModules } from './plugins.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const target = join(root, 'dist', 'graphiql');
const PUBLIC_PATH = '/graphiql/assets/';

function newestChange(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // A folder's own time counts too: it moves when a file is taken away.
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

function isFresh() {
  const page = join(target, 'index.html');
  if (!existsSync(page)) return false;
  const builtAt = statSync(page).mtimeMs;
  return [here, join(root, 'examples'), join(root, 'package-lock.json')].every((path) => newestChange(path) < builtAt);
}

// monaco-editor and monaco-graphql are GraphiQL's dependencies, not ours: they are looked up from where it is.
function workerSources() {
  const fromGraphiql = createRequire(createRequire(import.meta.url).resolve('graphiql'));
  const fromReact = createRequire(fromGraphiql.resolve('@graphiql/react'));
  return {
    'editor-worker': fromReact.resolve('monaco-editor/esm/vs/editor/editor.worker.js'),
    'json-worker': fromReact.resolve('monaco-editor/esm/vs/language/json/json.worker.js'),
    'graphql-worker': fromReact.resolve('monaco-graphql/esm/graphql.worker.js'),
  };
}

function bundle(outdir, options) {
  return build({
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    outdir,
    entryNames: '[name]-[hash]',
    chunkNames: 'chunk-[hash]',
    assetNames: '[name]-[hash]',
    publicPath: PUBLIC_PATH,
    loader: { '.svg': 'file' },
    define: { 'process.env.NODE_ENV': '"production"' },
    metafile: true,
    logLevel: 'warning',
    ...options,
  });
}

/** `{ 'app.js': '/graphiql/assets/app-4ZQ3TX7B.js', … }`: what each output is called this time. */
function publicPaths({ metafile }) {
  return Object.fromEntries(
    Object.keys(metafile.outputs)
      .map((file) => basename(file))
      .map((name) => [name.replace(/-[A-Z0-9]{8}\./, '.'), PUBLIC_PATH + name]),
  );
}

async function buildPage(outdir) {
  const assets = join(outdir, 'assets');
  // The workers come first: their names go into the page's code.
  const workers = publicPaths(await bundle(assets, { entryPoints: workerSources() }));
  const page = publicPaths(
    await bundle(assets, {
      entryPoints: { app: join(here, 'src', 'main.tsx') },
      plugins: [
        virtualModules({
          examples: await readExamples(join(root, 'examples'), join(here, 'src', 'screens.ts')),
          workers: {
            editor: workers['editor-worker.js'],
            json: workers['json-worker.js'],
            graphql: workers['graphql-worker.js'],
          },
        }),
        fontFiles,
        monacoStylesOnce,
      ],
    }),
  );
  const html = readFileSync(join(here, 'index.html'), 'utf8')
    .replace('%icon%', page['icon.svg'])
    .replace('%style%', page['app.css'])
    .replace('%script%', page['app.js']);
  writeFileSync(join(outdir, 'index.html'), html);
}

async function main() {
  if (process.argv.includes('--if-stale') && isFresh()) return;
  const startedAt = Date.now();
  // Built beside its place and moved there: a gateway or a test that starts meanwhile never sees half a page.
  const fresh = `${target}.${process.pid}`;
  try {
    mkdirSync(fresh, { recursive: true });
    await buildPage(fresh);
    rmSync(target, { recursive: true, force: true });
    renameSync(fresh, target);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  console.log(`GraphiQL bundled into dist/graphiql in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
