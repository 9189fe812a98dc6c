import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema, type GraphQLSchemaModule } from '@apollo/subgraph';
import { GraphQLError, parse } from 'graphql';

export interface Subgraph {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
  stop(): Promise<void>;
}

/** The SDL beside this file. */
export function sdlOf(name: string): string {
  return readFileSync(new URL(`${name}.graphql`, import.meta.url), 'utf8');
}

/** On a free port of this machine. */
export async function startSubgraph(name: string, resolvers: NonNullable<GraphQLSchemaModule['resolvers']>): Promise<Subgraph> {
  const sdl = sdlOf(name);
  const server = new ApolloServer({
    schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]),
    plugins: [ApolloServerPluginInlineTraceDisabled()],
    stopOnTerminationSignals: false,
  });
  const { url } = await startStandaloneServer(server, {
    listen: { host: '127.0.0.1', port: 0 },
    // The router has passed the caller's header on. A real service would verify the token as well.
    context: async ({ req }) => {
      if (req.headers.authorization === undefined) {
        throw new GraphQLError(`${name} was asked without Authorization`, {
          extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
        });
      }
      return {};
    },
  });
  return { name, url, sdl, stop: () => server.stop() };
}
