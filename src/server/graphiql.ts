import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import { allowMethods, readOnly } from './allow-methods.js';

/** Tokens to choose from, and ids to fill the example tabs with: the sandbox's, where there is one. */
export interface GraphiqlSamples {
  readonly personas: readonly GraphiqlPersona[];
  /** By operation name. */
  readonly variables: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface GraphiqlPersona {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly token: string;
}

/** What `npm run build` bundles; the same place from `src/` and from `dist/`. */
const bundle = fileURLToPath(new URL('../../dist/graphiql/', import.meta.url));

/** Throws when the page was never bundled: better at start than as a 404. */
export function mountGraphiql(app: Express, samples: GraphiqlSamples): void {
  if (!existsSync(`${bundle}index.html`)) throw new Error('GraphiQL is on and not bundled; run "npm run build" first.');
  const reads = allowMethods(readOnly);
  app.all('/', reads, (_request, response) => response.redirect('/graphiql'));
  app.all('/graphiql/config.json', reads, (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ endpoint: '/graphql', ...samples });
  });
  app.all('/graphiql', reads, (_request, response) => response.sendFile('index.html', { root: bundle }));
  app.use('/graphiql/assets', reads, express.static(`${bundle}assets`, { index: false, redirect: false, immutable: true, maxAge: '1y' }));
}
