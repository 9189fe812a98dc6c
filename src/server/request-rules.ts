import { createHash } from 'node:crypto';
import type { Viewer } from '../auth/viewer.js';
import { authenticate } from './authenticate.js';
import { hashOf, type GraphqlParameters } from './graphql-parameters.js';
import { InFlight } from './in-flight.js';
import { DocumentGate, describeExceeded } from './limits/document-limits.js';
import type { Limits } from './limits/limits.js';
import { findPersisted, type PersistedOperations } from './persisted-operations/find-persisted.js';
import { badRequest, Refusal } from './refusal.js';
import { TokenShares } from './token-shares.js';

export interface RequestRulesSettings {
  readonly limits: Limits;
  /** Null: clients send their own texts. */
  readonly persistedOperations: PersistedOperations | null;
}

/**
 * What every request has to pass before it is executed, in the order of the methods, whatever transport it comes by.
 * Each rule knows nothing of HTTP, and gives either what the request goes on with, or why it does not.
 */
export class RequestRules {
  readonly #inFlight: InFlight;
  readonly #shares: TokenShares;
  readonly #documents: DocumentGate;
  readonly #persistedOperations: PersistedOperations | null;

  constructor({ limits, persistedOperations }: RequestRulesSettings) {
    this.#inFlight = new InFlight(limits.inFlight);
    this.#shares = new TokenShares(Math.ceil(limits.inFlight / 4), 'requests under way');
    this.#documents = new DocumentGate(limits);
    this.#persistedOperations = persistedOperations;
  }

  /** Requests that have entered and not left. */
  get inFlight(): number {
    return this.#inFlight.count;
  }

  /** By all the request's `Authorization` values. */
  authenticate(authorization: readonly string[]): Viewer | Refusal {
    return authenticate(authorization);
  }

  /** The way out, to be called once when the request is over. One token gets no more than a quarter of the room. */
  enter({ token }: Viewer): (() => void) | Refusal {
    const leave = this.#inFlight.enter();
    if (leave instanceof Refusal) return leave;
    const giveBack = this.#shares.take(token);
    if (giveBack instanceof Refusal) {
      leave();
      return giveBack;
    }
    return () => {
      giveBack();
      leave();
    };
  }

  /** What may be executed: a text within the limits, or the hash of one that a client has registered before. */
  accept(given: GraphqlParameters): GraphqlParameters | Refusal {
    const request = this.#persistedOperations === null ? given : findPersisted(this.#persistedOperations, given);
    if (request instanceof Refusal) return request;
    const hash = hashOf(request);
    // Apollo keeps the registered texts, and each has passed here with its registration.
    if (request.query === undefined) return hash === undefined ? badRequest('The request has no "query".') : request;
    if (hash !== undefined && hash !== sha256(request.query)) return badRequest('"sha256Hash" is not the SHA-256 of "query".');
    const exceeded = this.#documents.check(request.query);
    if (exceeded === null) return request;
    const { measure, limit, actual } = exceeded;
    return new Refusal({
      status: 400,
      code: 'COST_LIMIT_EXCEEDED',
      message: `The document has ${describeExceeded(exceeded)}. Ask for less, or in several requests.`,
      details: { measure, limit, actual },
    });
  }
}

/** As Apollo's clients write it: lower-case hexadecimal digits. */
function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
