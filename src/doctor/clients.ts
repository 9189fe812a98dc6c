import { CampaignClient } from '../campaign/client.js';
import { CertificationClient } from '../certification/client.js';
import { IdentityClient } from '../identity/client.js';
import { ReassignmentClient } from '../reassignment/client.js';
import { ReviewClient } from '../review/client.js';
import { TaskClient } from '../task/client.js';
import type { Generation } from '../upstream/generation.js';
import type { UpstreamCalls } from '../upstream/upstream-calls.js';

/** The gateway's own clients: what they send here is what the gateway will send. */
export interface Clients {
  readonly generation: Generation;
  readonly certification: CertificationClient;
  readonly campaign: CampaignClient;
  readonly review: ReviewClient;
  readonly task: TaskClient;
  readonly reassignment: ReassignmentClient;
  readonly identity: IdentityClient;
}

export function clientsOver(calls: UpstreamCalls): Clients {
  return {
    generation: calls.generation,
    certification: new CertificationClient(calls),
    campaign: new CampaignClient(calls),
    review: new ReviewClient(calls),
    task: new TaskClient(calls),
    reassignment: new ReassignmentClient(calls),
    identity: new IdentityClient(calls),
  };
}
