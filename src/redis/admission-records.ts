import type { AdmissionRecord, AdmissionRecords } from '../auth/admission.js';
import type { RedisLink } from './redis-link.js';

/**
 * Admissions for all replicas. Two keys a token, so that the admission of a slow replica cannot overwrite a refusal:
 * whoever reads sees both. The braces keep them on one node of a cluster.
 */
export class RedisAdmissionRecords implements AdmissionRecords {
  readonly #link: RedisLink;

  constructor(link: RedisLink) {
    this.#link = link;
  }

  async read(tokenHash: string): Promise<AdmissionRecord | null> {
    const texts = await this.#link.run((client) => client.mget(admittedKey(tokenHash), refusedKey(tokenHash)));
    if (texts === undefined) return null;
    const [admitted, refused] = texts;
    return { admittedUntilMs: readTime(admitted), isRefused: typeof refused === 'string' };
  }

  admit(tokenHash: string, untilMs: number, lifeMs: number): Promise<boolean> {
    return this.#link.runAll((pipeline) => {
      pipeline.set(admittedKey(tokenHash), String(Math.floor(untilMs)), 'PX', Math.max(1, Math.floor(lifeMs)));
    });
  }

  refuse(tokenHash: string, lifeMs: number): Promise<boolean> {
    return this.#link.runAll((pipeline) => {
      pipeline.set(refusedKey(tokenHash), '1', 'PX', Math.max(1, Math.floor(lifeMs))).del(admittedKey(tokenHash));
    });
  }

  onReturn(listener: () => void): void {
    this.#link.onReturn(listener);
  }
}

function admittedKey(tokenHash: string): string {
  return `v1:admitted:{${tokenHash}}`;
}

function refusedKey(tokenHash: string): string {
  return `v1:refused:{${tokenHash}}`;
}

function readTime(text: string | null | undefined): number | null {
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
