import type { Viewer } from './auth/viewer.js';
import type { AnswerParts } from './cache/answer-parts.js';
import type { Cache } from './cache/cache.js';
import { CacheOutcomes, witnessOf } from './cache/cache-outcomes.js';
import { CampaignClient } from './campaign/client.js';
import { CampaignDataSource } from './campaign/data-source.js';
import { CertificationClient } from './certification/client.js';
import { CertificationDataSource } from './certification/data-source.js';
import { RequestClock } from './graphql/request-clock.js';
import { IdentityClient } from './identity/client.js';
import { IdentityDataSource } from './identity/data-source.js';
import type { Logger } from './logger.js';
import { CallMeter } from './meter/call-meter.js';
import { nobody, type Observer } from './observer.js';
import { ReassignmentClient } from './reassignment/client.js';
import { ReassignmentDataSource } from './reassignment/data-source.js';
import { ReviewClient } from './review/client.js';
import { ReviewDataSource } from './review/data-source.js';
import { itemReference } from './review/mapping.js';
import { CertificationOfTask, type SeenTasks } from './task/certification-of-task.js';
import { TaskClient } from './task/client.js';
import { TaskDataSource } from './task/data-source.js';
import type { IdempotencyKeys } from './task/idempotency-keys.js';
import type { TaskPolls } from './task/task-polls.js';
import type { Trace } from './tracing/trace.js';
import type { CallTally } from './upstream/call-tally.js';
import type { Deadline } from './upstream/deadline.js';
import type { Upstream } from './upstream/upstream.js';
import type { UpstreamCalls } from './upstream/upstream-calls.js';

/** What lives for one GraphQL request, and belongs to one caller. */
export interface Context {
  readonly requestId: string;
  readonly answerType: string;
  readonly logger: Logger;
  readonly trace: Trace;
  /** Aborts when nobody waits for the answer any more. */
  readonly left: AbortSignal;
  readonly upstreamCalls: UpstreamCalls;
  readonly cacheOutcomes: CacheOutcomes;
  readonly dataSources: DataSources;
  readonly clock: RequestClock;
  /** What the cache has answered with. */
  readonly answerParts: AnswerParts;
  /** Null: CALL_METER is off. */
  readonly meter: CallMeter | null;
}

export interface DataSources {
  readonly certification: CertificationDataSource;
  readonly campaign: CampaignDataSource;
  readonly review: ReviewDataSource;
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
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly observer?: Observer;
  /** CALL_METER. */
  readonly isMetered?: boolean;
}

export interface RequestFacts {
  readonly trace: Trace;
  readonly viewer: Viewer;
  readonly logger: Logger;
  readonly deadline: Deadline;
  readonly left: AbortSignal;
  readonly language: string | null;
  /** Of the operation that this request is an event of. */
  readonly tally?: CallTally;
  /** The same; otherwise the request has its own, where there is one. */
  readonly meter?: CallMeter | null;
  /** Media type of the answer. */
  readonly answerType: string;
}

export function createContext(settings: ContextSettings, facts: RequestFacts): Context {
  const meter = facts.meter ?? (settings.isMetered === true ? new CallMeter() : null);
  const upstreamCalls = settings.upstream.callsFor({ ...facts, meter });
  const cacheOutcomes = new CacheOutcomes();
  const { underWay } = upstreamCalls;
  const witness = witnessOf(cacheOutcomes, settings.observer ?? nobody, facts.trace, meter);
  const cache = settings.cache.readerFor(facts.viewer, witness, (waiting) => underWay.track(waiting));
  const certification: CertificationDataSource = new CertificationDataSource(new CertificationClient(upstreamCalls), cache, (id) => onChanged(id));
  const campaign = new CampaignDataSource({ client: new CampaignClient(upstreamCalls), cache, findTold: (id) => certification.findCampaign(id) });
  const review = new ReviewDataSource({
    client: new ReviewClient(upstreamCalls),
    cache,
    findReviewerType: (id) => certification.findReviewerType(id),
  });
  /** Told of a certification that has changed, or may have. */
  const onChanged = (certificationId: string) => {
    review.forget();
    campaign.forget();
    return certification.forget(certificationId);
  };
  /** Told of certifications that are to have another reviewer, or may be; null: nobody knows which. */
  const onReviewerChanged = (certificationIds: readonly string[] | null) => {
    review.forget();
    campaign.forget();
    return certification.forgetReviewers(certificationIds);
  };
  return {
    requestId: facts.trace.requestId,
    answerType: facts.answerType,
    logger: facts.logger,
    trace: facts.trace,
    left: facts.left,
    upstreamCalls,
    cacheOutcomes,
    dataSources: {
      certification,
      campaign,
      review,
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
        reviewItems: {
          read: (certificationId, itemIds) => review.readItems(certificationId, itemIds),
          name: (certificationId, itemId) => itemReference(itemId, certificationId),
          findReviewerType: (id) => certification.findReviewerType(id),
        },
        onReassigned: onChanged,
        onReviewerChanged,
      }),
      reassignment: new ReassignmentDataSource(new ReassignmentClient(upstreamCalls), cache, settings.now),
      identity: new IdentityDataSource(
        new IdentityClient(upstreamCalls),
        cache,
        underWay,
        settings.isIdentityLookupOn,
      ),
    },
    clock: new RequestClock(settings.now),
    answerParts: cache.parts,
    meter,
  };
}
