import type { Caller } from './fetcher.js';

/** Why there is no documentation and no completion: GraphiQL itself shows it only where the documentation would be. */
export function SchemaStrip({ problem, caller }: { problem: string | null; caller: Caller }) {
  if (problem === null) return null;
  if (caller.token === null) {
    return (
      <p className="strip" role="status">
        <strong>The gateway answers only with a SailPoint access token.</strong> Paste the one your frontend sends, or one
        from your tenant’s <code>/oauth/token</code> with a personal access token.
      </p>
    );
  }
  return (
    <p className="strip problem" role="alert">
      <strong>The schema could not be read.</strong> {problem}
    </p>
  );
}
