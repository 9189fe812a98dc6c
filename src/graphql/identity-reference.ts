/** An identity as an answer of any domain names it: what the answer does not say can be looked up. */
export interface IdentityReference {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
}
