// What esbuild has to be told about GraphiQL's packages.
import { readFileSync } from 'node:fs';

/** Serves values known at build time as `import value from 'virtual:<name>'`. */
export function virtualModules(values) {
  return {
    name: 'virtual-modules',
    setup(build) {
      build.onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: 'virtual' }));
      build.onLoad({ filter: /.*/, namespace: 'virtual' }, ({ path }) => {
        const name = path.slice('virtual:'.length);
        if (!(name in values)) return { errors: [{ text: `There is no ${path}` }] };
        return { contents: JSON.stringify(values[name]), loader: 'json' };
      });
    },
  };
}

/**
 * GraphiQL's style sheet carries its fonts as data: addresses, which `font-src 'self'` refuses, and all of them
 * at once. As files only the few that a page really uses are read.
 */
export const fontFiles = {
  name: 'font-files',
  setup(build) {
    const fonts = [];
    build.onLoad({ filter: /[\\/]graphiql[\\/]dist[\\/]style\.css$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8').replace(
        /url\(["']?data:font\/(\w+);base64,([A-Za-z0-9+/=]+)["']?\)/g,
        (_match, type, base64) => `url("font:${fonts.push(Buffer.from(base64, 'base64')) - 1}/font.${type}")`,
      );
      return { contents, loader: 'css' };
    });
    build.onResolve({ filter: /^font:/ }, ({ path }) => ({ path: path.slice('font:'.length), namespace: 'font' }));
    build.onLoad({ filter: /.*/, namespace: 'font' }, ({ path }) => ({
      contents: fonts[Number.parseInt(path, 10)],
      loader: 'file',
    }));
  },
};

/** Monaco's modules import their own styles one by one; GraphiQL's style sheet has all of them already. */
export const monacoStylesOnce = {
  name: 'monaco-styles-once',
  setup(build) {
    build.onLoad({ filter: /[\\/]monaco-editor[\\/].*\.css$/ }, () => ({ contents: '', loader: 'empty' }));
  },
};
