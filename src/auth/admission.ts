import { LRUCache } from 'lru-cache';
import { nobody, type Observer } from '../observer.js';
import type { Viewer } from './viewer.js';

/** What all replicas know of tokens, by their hash. Never rejects. */
export interface AdmissionRecords {
  /** Null when it cannot be asked. */
  read(tokenHash: string): Promise<AdmissionRecord | null>;
  /** False, as of `refuse`, when it may not have been written. */
  admit(tokenHash: string, untilMs: number, lifeMs: number): Promise<boolean>;
  refuse(tokenHash: string, lifeMs: number): Promise<boolean>;
  /** Called when the records can be reached again. */
  onReturn(listener: () => void): void;
}

export interface AdmissionRecord {
  readonly admittedUntilMs: number | null;
  readonly isRefused: boolean;
}

export interface AdmissionSettings {
  /** How long the upstream's last 2xx vouches for a token. */
  readonly admissionMs: number;
  /** Null: this process is the only one. */
  readonly records: AdmissionRecords | null;
  readonly now: () => number;
  readonly observer?: Observer;
}

/** Longer than any upstream call: the 2xx of one that was sent before a 401 does not undo it. */
const longestCallMs = 2 * 60_000;
/** No record stays in Redis for more than an hour, and a refusal outlives the admissions that raced with it. */
const longestAdmissionMs = 60 * 60_000 - longestCallMs;
/** How long a replica may not notice that another one has seen a 401. */
const localCopyMs = 5000;
const strangerCopyMs = 1000;
const writeEveryMs = 5000;
const retryEveryMs = 1000;
const mostTokens = 20_000;
const unsentMs = 60_000;

/** Not exported: `Access` has no other maker. */
let createAccess: (admission: Admission, viewer: Viewer) => Access;

/**
 * One caller's way into the cache. Only `Admission` makes them, and whatever reads the cache asks for one, so that
 * the question cannot be left out.
 */
export class Access {
  readonly viewer: Viewer;
  readonly #admission: Admission;

  private constructor(admission: Admission, viewer: Viewer) {
    this.#admission = admission;
    this.viewer = viewer;
  }

  /** May anything be read for this caller, or shared with others? Changes with the upstream's answers. */
  isAdmitted(): Promise<boolean> {
    return this.#admission.isAdmitted(this.viewer);
  }

  static {
    createAccess = (admission, viewer) => new Access(admission, viewer);
  }
}

/**
 * Which tokens the upstream has accepted. Nobody here can verify one, so its claims prove nothing until the upstream
 * has answered 2xx to this very token; one 401 ends that in all replicas, within five seconds where it was not seen.
 * One for the process.
 */
export class Admission {
  readonly #admissionMs: number;
  readonly #records: AdmissionRecords | null;
  readonly #now: () => number;
  readonly #observer: Observer;
  /** Token hash → until when it counts as admitted without asking the records. */
  readonly #admitted = new LRUCache<string, number>({ max: mostTokens });
  /** Token hash → until when it is not even sent. */
  readonly #unsent = new LRUCache<string, number>({ max: mostTokens });
  /** Token hash → until when no 2xx admits it. */
  readonly #refused = new LRUCache<string, number>({ max: mostTokens });
  /** Token hash → until when the records need not be asked again. */
  readonly #strangers = new LRUCache<string, number>({ max: mostTokens });
  /** Token hash → until when its admission need not be written again. */
  readonly #written = new LRUCache<string, number>({ max: mostTokens });
  /** Refusals that the records have not taken yet: token hash → until when they matter. */
  readonly #untold = new LRUCache<string, number>({ max: mostTokens });
  readonly #asking = new Map<string, Promise<void>>();
  #retriedAtMs = -Infinity;

  constructor({ admissionMs, records, now, observer = nobody }: AdmissionSettings) {
    this.#admissionMs = Math.min(admissionMs, longestAdmissionMs);
    this.#records = records;
    this.#now = now;
    this.#observer = observer;
    records?.onReturn(() => this.#tellRefusals());
  }

  accessFor(viewer: Viewer): Access {
    return createAccess(this, viewer);
  }

  async isAdmitted(viewer: Viewer): Promise<boolean> {
    const { hash } = viewer.token;
    if (this.#isKnownToBeOut(viewer)) return false;
    if (this.#lasts(this.#admitted, hash)) return true;
    if (this.#records === null || this.#lasts(this.#strangers, hash)) return false;
    this.#tellRefusalsAgain();
    await this.#ask(this.#records, viewer);
    // What has happened meanwhile counts too.
    return !this.#isKnownToBeOut(viewer) && this.#lasts(this.#admitted, hash);
  }

  /** The upstream has just refused it, and would again: for a minute it need not be asked. */
  isRefused(viewer: Viewer): boolean {
    return this.#lasts(this.#unsent, viewer.token.hash);
  }

  /** After an upstream 2xx to this very token. */
  admit(viewer: Viewer): void {
    const { hash } = viewer.token;
    if (this.#isKnownToBeOut(viewer)) return;
    const now = this.#now();
    const untilMs = Math.min(now + this.#admissionMs, viewer.expiresAtMs ?? Infinity);
    if (!this.#lasts(this.#admitted, hash)) this.#observer.tokenJudged('admitted');
    this.#rememberAdmitted(hash, untilMs);
    if (this.#records === null || this.#lasts(this.#written, hash)) return;
    this.#written.set(hash, now + Math.min(writeEveryMs, this.#admissionMs / 2));
    void this.#records.admit(hash, untilMs, untilMs - now).then((isWritten) => {
      if (!isWritten) this.#written.delete(hash);
    });
  }

  /** After an upstream 401 to this token, whatever it had been answered before. */
  revoke(viewer: Viewer): void {
    const { hash } = viewer.token;
    const now = this.#now();
    this.#observer.tokenJudged(this.#lasts(this.#admitted, hash) ? 'revoked' : 'refused');
    this.#unsent.set(hash, now + unsentMs);
    // Until every admission is over that was written on the word of a call sent before the 401.
    const untilMs = Math.min(now + this.#admissionMs + longestCallMs, viewer.expiresAtMs ?? Infinity);
    if (untilMs <= now) return;
    this.#refused.set(hash, untilMs);
    this.#admitted.delete(hash);
    if (this.#records !== null) this.#tellRefusal(this.#records, hash, untilMs);
  }

  #isKnownToBeOut({ token, expiresAtMs }: Viewer): boolean {
    return (expiresAtMs !== null && expiresAtMs <= this.#now()) || this.#lasts(this.#refused, token.hash);
  }

  /** One question for each token at a time. */
  #ask(records: AdmissionRecords, viewer: Viewer): Promise<void> {
    const { hash } = viewer.token;
    const asked = this.#asking.get(hash);
    if (asked !== undefined) return asked;
    const asking = this.#learn(records, hash).finally(() => this.#asking.delete(hash));
    this.#asking.set(hash, asking);
    return asking;
  }

  async #learn(records: AdmissionRecords, hash: string): Promise<void> {
    const record = await records.read(hash);
    if (record === null) return;
    const now = this.#now();
    if (record.isRefused) {
      this.#refused.set(hash, Math.max(this.#refused.get(hash) ?? 0, now + localCopyMs));
    } else if (record.admittedUntilMs !== null && record.admittedUntilMs > now) {
      this.#rememberAdmitted(hash, record.admittedUntilMs);
    } else {
      this.#strangers.set(hash, now + strangerCopyMs);
    }
  }

  /** With other replicas only for a moment: they may have seen a 401. */
  #rememberAdmitted(hash: string, untilMs: number): void {
    this.#admitted.set(hash, this.#records === null ? untilMs : Math.min(untilMs, this.#now() + localCopyMs));
  }

  #tellRefusal(records: AdmissionRecords, hash: string, untilMs: number): void {
    this.#untold.set(hash, untilMs);
    void records.refuse(hash, untilMs - this.#now()).then((isWritten) => {
      if (isWritten) this.#untold.delete(hash);
    });
  }

  #tellRefusals(): void {
    this.#retriedAtMs = this.#now();
    for (const [hash, untilMs] of [...this.#untold.entries()]) {
      if (this.#records === null || untilMs <= this.#now()) this.#untold.delete(hash);
      else this.#tellRefusal(this.#records, hash, untilMs);
    }
  }

  #tellRefusalsAgain(): void {
    if (this.#untold.size > 0 && this.#now() - this.#retriedAtMs >= retryEveryMs) this.#tellRefusals();
  }

  #lasts(times: LRUCache<string, number>, hash: string): boolean {
    return (times.get(hash) ?? 0) > this.#now();
  }
}
