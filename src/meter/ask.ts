/** A place in the answer, as GraphQL gives it to resolvers. */
export interface Place {
  readonly key: string | number;
  readonly prev: Place | undefined;
}

/** A field wants one thing. */
export interface Ask {
  /** As the answer names it, without positions in lists: `certifications.nodes.reviewers`. */
  readonly field: string;
}

export function askOf(place: Place): Ask {
  const names: string[] = [];
  for (let each: Place | undefined = place; each !== undefined; each = each.prev) {
    if (typeof each.key === 'string') names.unshift(each.key);
  }
  return { field: names.join('.') };
}
