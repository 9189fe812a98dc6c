import { Admission } from '../auth/admission.js';
import type { BearerToken } from '../auth/bearer-token.js';
import { viewerOf } from '../auth/viewer.js';
import { parseApiUrl, type Generation } from '../upstream/generation.js';
import { choose } from './choice.js';
import { knownOf } from './known.js';
import { changes, probes } from './probes.js';
import type { ChangeReport, Recommendation, Report, TokenFacts } from './report.js';
import { Rounds } from './rounds.js';
import { hasScope, readTokenClaims } from './token-facts.js';
import { Visit } from './visit.js';

export interface Patient {
  /** `https://example.api.identitynow.com`; a generation behind it is left out. */
  readonly url: string;
  readonly token: BearerToken;
  /** All operations on all generations, not only on the recommended one. */
  readonly asksAll: boolean;
  readonly gatewayVersion: string;
  readonly now: () => number;
  /** Told before each generation is asked. */
  readonly onGeneration: (name: string) => void;
}

/** In the order of a report. */
const generationNames = ['beta', 'v3', 'v2024', 'v2025', 'v2026', 'v1'];
/** Newest first: what the older ones cannot name is known by then. */
const askingOrder = ['v2025', 'v2026', 'v2024', 'v1', 'v3', 'beta'];
const allScopes = new Set([...probes.map(({ operation }) => operation), ...changes].flatMap(({ scopes }) => [...scopes.beta, ...scopes.stable]));

/**
 * Asks a tenant, with one caller's token, what it lets the gateway do: one GET after the other, some fifty in all, and
 * nothing but GETs. Throws RangeError for a URL that the gateway would not take; never for what the tenant answers.
 */
export async function examine(patient: Patient): Promise<Report> {
  const { token, now, asksAll } = patient;
  const generations = generationsOf(patient.url);
  const { facts, identityId, isExpired } = readTokenClaims(token, allScopes, now());
  const shared = {
    viewer: viewerOf(token),
    admission: new Admission({ admissionMs: 60 * 60_000, records: null, now }),
    token: facts,
    known: knownOf(identityId),
  };
  const rounds = new Rounds(generations.map((generation) => new Visit({ generation, ...shared })), patient.onGeneration);
  if (isExpired) rounds.stopped = { reason: 'token expired', retryAfterSeconds: null, failure: null };
  try {
    await rounds.askAll(askingOrder, ({ isForAll }) => isForAll || asksAll);
    const recommendation = choose(rounds.report());
    if (recommendation !== null && !asksAll) await rounds.askAll([recommendation.generation], ({ isForAll }) => !isForAll);
    return reportOf(patient, rounds, facts, recommendation);
  } finally {
    rounds.close();
  }
}

function reportOf(patient: Patient, rounds: Rounds, token: TokenFacts, recommendation: Recommendation | null): Report {
  const contract = recommendation?.generation === 'beta' ? 'beta' : 'stable';
  return {
    format: 'certification-gateway-doctor',
    version: 1,
    gatewayVersion: patient.gatewayVersion,
    at: new Date(patient.now()).toISOString(),
    calls: rounds.calls,
    stopped: rounds.stopped,
    token,
    recommendation,
    generations: rounds.report(),
    changes: changes.flatMap((operation): ChangeReport[] => {
      const scopes = operation.scopes[contract];
      // Of the other contract it may not be.
      return scopes.length === 0 ? [] : [{ operation: operation.name, scopes, hasScope: hasScope(token, scopes) }];
    }),
    observations: rounds.observations(),
  };
}

/** Each in the form in which SAILPOINT_API_URL would name it. */
function generationsOf(url: string): Generation[] {
  parseApiUrl(url, false);
  const { origin } = new URL(url);
  return generationNames.map((name) => parseApiUrl(name === 'v1' ? origin : `${origin}/${name}`, false));
}
