import type { Viewer } from './auth/viewer.js';
import type { Cache } from './cache/cache.js';
import { CacheOutcomes } from './cache/cache-outcomes.js';
import { CertificationClient } from './certification/client.js';
import { CertificationDataSource } from './certification/data-source.js';
import { IdentityClient } from './identity/client.js';
import { IdentityDataSource } from './identity/data-source.js';
import type { Logger } from './logger.js';
import { ReassignmentClient } from './reassignment/client.js';
import { ReassignmentDataSource } from './reassignment/data-source.js';
import { CertificationOfTask, type SeenTasks } from './task/certification-of-task.js';
import { TaskClient } from './task/client.js';
import { TaskDataSource } from './task/data-source.js';
import type { IdempotencyKeys } from './task/idempotency-keys.js';
import type { TaskPolls } from './task/task-polls.js';
import type { Deadline } from './upstream/deadline.js';
import type { Trace } from './upstream/trace.js';
import type { Upstream } from './upstream/upstream.js';
import type { UpstreamCalls } from './upstream/upstream-calls.js';

/** What lives for one GraphQL request, and belongs to one caller. */
export interface Context {
  readonly requestId: string;
  readonly answerType: string;
  readonly logger: Logger;
  readonly upstreamCalls: UpstreamCalls;
  readonly cacheOutcomes: CacheOutcomes;
  readonly dataSources: DataSources;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface DataSources {
  readonly certification: CertificationDataSource;
  readonly task: TaskDataSource;
  readonly reassignment: ReassignmentDataSource;
  readonly identity: IdentityDataSource;
}

export interface ContextSettings {
  readonly upstream: Upstream;
  readonly cache: Cache;
  readonly seenTasks: SeenTasks;
  readonly taskPolls: TaskPolls;
  readonly idempotencyKeys: IdempotencyKeys;
  readonly isIdentityLookupOn: boolean;
  readonly now: () => number;
}

export interface RequestFacts {
  readonly trace: Trace;
  readonly viewer: Viewer;
  readonly logger: Logger;
  readonly deadline: Deadline;
  readonly left: AbortSignal;
  readonly language: string | null;
  /** Media type of the answer. */
  readonly answerType: string;
}

export function createContext(settings: ContextSettings, facts: RequestFacts): Context {
  const upstreamCalls = settings.upstream.callsFor(facts);
  const cacheOutcomes = new CacheOutcomes();
  const { underWay } = upstreamCalls;
  const cache = settings.cache.readerFor(
    facts.viewer,
    (...outcome) => cacheOutcomes.add(...outcome),
    (waiting) => underWay.track(waiting),
  );
  const certification = new CertificationDataSource(new CertificationClient(upstreamCalls), cache);
  return {
    requestId: facts.trace.requestId,
    answerType: facts.answerType,
    logger: facts.logger,
    upstreamCalls,
    cacheOutcomes,
    dataSources: {
      certification,
      task: new TaskDataSource({
        client: new TaskClient(upstreamCalls),
        cache,
        certificationOf: new CertificationOfTask(settings.seenTasks, cache),
        polls: settings.taskPolls,
        idempotencyKeys: settings.idempotencyKeys,
        viewer: facts.viewer,
        deadline: facts.deadline,
        left: facts.left,
        language: facts.language,
        onReassigned: (certificationId) => certification.forget(certificationId),
      }),
      reassignment: new ReassignmentDataSource(new ReassignmentClient(upstreamCalls), cache, settings.now),
      identity: new IdentityDataSource(
        new IdentityClient(upstreamCalls),
        cache,
        underWay,
        settings.isIdentityLookupOn,
      ),
    },
    now: settings.now,
  };
}
