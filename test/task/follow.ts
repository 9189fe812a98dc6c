import { createClient } from 'graphql-sse';
import type { AnswerError, TestGateway } from '../support/gateway.js';

export interface ProgressEvent {
  readonly data?: { readonly certificationTaskProgress: { readonly [field: string]: unknown } | null } | null;
  readonly errors?: readonly AnswerError[];
}

export interface Follower {
  /** All that has come so far. */
  readonly events: readonly ProgressEvent[];
  readonly statuses: () => unknown[];
  readonly errorCodes: () => unknown[];
  /** Resolves when the gateway has ended the stream. */
  readonly completed: Promise<void>;
  leave(): void;
}

export interface FollowOptions {
  readonly token: string;
  readonly certificationId?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

export const progress = `subscription ($taskId: ID!, $certificationId: ID) {
  certificationTaskProgress(taskId: $taskId, certificationId: $certificationId) { id status statusName isFinished errors { text locale } }
}`;

/** A client of its own, over server-sent events. */
export function follow({ origin }: Pick<TestGateway, 'origin'>, taskId: string, { token, certificationId, headers = {} }: FollowOptions): Follower {
  const client = createClient({ url: `${origin}/graphql/stream`, headers: { authorization: `Bearer ${token}`, ...headers }, retryAttempts: 0 });
  const events: ProgressEvent[] = [];
  let leave = () => undefined as void;
  const completed = new Promise<void>((resolve, reject) => {
    leave = client.subscribe<Record<string, unknown>>(
      { query: progress, variables: { taskId, certificationId } },
      { next: (event) => void events.push(event as unknown as ProgressEvent), error: reject, complete: resolve },
    );
  });
  // Those that are open when the gateway stops are of no interest.
  completed.catch(() => undefined);
  return {
    events,
    statuses: () => events.map(({ data }) => data?.certificationTaskProgress?.['status']),
    errorCodes: () => events.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.code)),
    completed,
    leave: () => leave(),
  };
}
