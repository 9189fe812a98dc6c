import type { Contract } from './generation.js';

/** One operation of the upstream, as its specification names it. */
export interface Operation {
  /** In logs and errors: `listCertificationReviewers`. */
  readonly name: string;
  /** Any one of these scopes is enough (Q12). For hints only: the upstream decides. */
  readonly scopes: Readonly<Record<Contract, readonly string[]>>;
  /** Stable generations ask for `X-SailPoint-Experimental: true` (Q42). */
  readonly isExperimental?: true;
  /** Its texts are shown and never cached, so the caller's `Accept-Language` goes with it (Q60). */
  readonly takesLanguage?: true;
}
