/** Objects of the tenant that further questions ask about, found by the first ones. They never leave the process. */
export interface Known {
  /** The caller's own, as the token claims it. */
  readonly identityId: string | null;
  certificationId: string | null;
  reviewerIds: readonly string[];
  item: { readonly certificationId: string; readonly itemId: string } | null;
  task: { readonly taskId: string; readonly certificationId: string | null } | null;
  /** By generation, the identities of its list of configurations, in the list's order; on beta those of the first page. */
  readonly configured: Map<string, readonly string[]>;
  /** One whose certifications go to somebody else. */
  routedIdentityId: string | null;
}

export function knownOf(identityId: string | null): Known {
  return { identityId, certificationId: null, reviewerIds: [], item: null, task: null, configured: new Map(), routedIdentityId: null };
}

/** Somebody who has no configuration on this generation, as far as the caller may see. */
export function unconfiguredIdentity({ identityId, reviewerIds, configured }: Known, generation: string): string | null {
  const having = configured.get(generation) ?? [];
  return [identityId, ...reviewerIds].find((id) => id !== null && !having.includes(id)) ?? null;
}
