import { createHash } from 'node:crypto';
import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { Redis } from 'ioredis';

export interface PeerContext {
  readonly authorization: string;
}

const lifetimeSeconds = 60;

/** Whole answers in Redis, each for one user's token: what @apollo/server-plugin-response-cache does with a session id. */
export function answerCache(redisUrl: string): ApolloServerPlugin<PeerContext> {
  const redis = new Redis(redisUrl);
  return {
    requestDidStart: async () => {
      let isHit = false;
      return {
        responseForOperation: async ({ request, contextValue }) => {
          const text = await redis.get(keyOf(contextValue, request.query, request.variables));
          if (text === null) return null;
          isHit = true;
          const data = JSON.parse(text) as Record<string, unknown>;
          return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data } } };
        },
        willSendResponse: async ({ request, contextValue, response: { body } }) => {
          if (isHit || body.kind !== 'single' || body.singleResult.errors !== undefined) return;
          const key = keyOf(contextValue, request.query, request.variables);
          await redis.set(key, JSON.stringify(body.singleResult.data), 'EX', lifetimeSeconds);
        },
      };
    },
  };
}

function keyOf({ authorization }: PeerContext, query: unknown, variables: unknown): string {
  return `answer:${createHash('sha256').update(JSON.stringify([authorization, query, variables])).digest('hex')}`;
}
