import { questions } from './observations.js';
import type { GenerationReport, Observation, OperationReport, Outcome, Report, Stop, TokenFacts } from './report.js';

/** The report for people, as Markdown. */
export function toMarkdown(report: Report): string {
  return [
    '# certification-gateway doctor',
    '',
    `Version ${report.gatewayVersion}, ${report.at}, ${report.calls} calls, nothing but GETs. No name, id, address or token of the tenant is in here.`,
    '',
    ...(report.stopped === null ? [] : [stopWords[report.stopped.reason](report.stopped), '']),
    recommendation(report),
    ...section('The token, as it claims', tokenLines(report.token)),
    ...section('What it may call', matrix(report.generations)),
    ...section('What it may not call, and why', refusals(report)),
    ...section('Changes, by the token’s scopes; none was tried', changeLines(report)),
    ...section('How this tenant answers', answers(report.observations)),
    '',
  ].join('\n');
}

function recommendation({ recommendation: chosen, stopped, generations }: Report): string {
  if (chosen === null && stopped !== null) return 'No generation was found that can be used.';
  if (chosen === null) {
    const outcomes = new Set(generations.flatMap(({ operations }) => operations[0]?.outcome ?? []));
    const [outcome] = outcomes;
    return `**No generation can be used:** certifications can be listed on none.${(outcomes.size === 1 && outcome && noneWords[outcome]) || ''}`;
  }
  return `**Use ${chosen.generation}**: \`SAILPOINT_API_URL=https://<your tenant’s API>${chosen.path}\`. ${capitalized(chosen.why)}.`;
}

/** Where it is the same on all generations. */
const noneWords: Partial<Record<Outcome, string>> = {
  'scope missing': ' The token lacks the scopes named below.',
  'not permitted': ' There may be no user behind the token.',
  'not found': ' Is that the API’s address, `https://<tenant>.api.identitynow.com`?',
  unreadable: ' Is that the API’s address, `https://<tenant>.api.identitynow.com`?',
  unavailable: ' SailPoint does not answer; ask again later.',
  timeout: ' SailPoint does not answer in time; ask again later.',
};

const stopWords: Readonly<Record<Stop['reason'], (stop: Stop) => string>> = {
  'token expired': () => '**Stopped: the token has expired.** Nothing was asked.',
  'token refused': () => '**Stopped: SailPoint refuses the token** (401): it has expired, was revoked, or is of another tenant.',
  'rate limited': ({ retryAfterSeconds }) => `**Stopped: SailPoint has no calls left for this client** (429). Ask again${retryAfterSeconds === null ? ' later' : ` in ${retryAfterSeconds} seconds`}.`,
  unreachable: ({ failure }) => `**Stopped: the address cannot be reached** (${failure ?? 'no connection'}).`,
};

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];
}

function tokenLines({ hasUser, levels, otherLevels, scopes, otherScopes, expiresInMinutes }: TokenFacts): string[] {
  if (hasUser === null) return ['It is no JWT: nothing can be read from it.'];
  return [
    `- User behind it: ${hasUser ? 'yes' : 'no, and every operation wants one'}`,
    `- Level: ${listed(levels, otherLevels)}`,
    `- Scopes: ${listed(scopes?.map((scope) => code(scope)) ?? null, otherScopes)}`,
    `- Expires: ${expiresInMinutes === null ? 'not said' : expiresInMinutes < 0 ? 'it has' : `in ${expiresInMinutes} minutes`}`,
  ];
}

function listed(words: readonly string[] | null, others: number): string {
  if (words === null) return 'not said';
  const all = [...words, ...(others === 0 ? [] : [`${others} that the gateway does not ask for`])];
  return all.length === 0 ? 'none' : all.join(', ');
}

function matrix(generations: readonly GenerationReport[]): string[] {
  if (generations.every(({ operations }) => operations.every(({ outcome }) => outcome === 'not asked'))) return [];
  // Newest first: what only beta has comes last.
  const names = new Set(generations.toReversed().flatMap(({ operations }) => operations.map(({ operation }) => operation)));
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    row(['Operation', ...generations.map(({ name }) => name)]),
    row(['---', ...generations.map(() => '---')]),
    ...[...names].map((name) => row([code(name), ...generations.map(({ operations }) => cell(operations.find(({ operation }) => operation === name)))])),
    '',
    'Empty: this generation does not have it. –: not asked. A number is the answer’s HTTP status.',
  ];
}

const cellWords: Readonly<Record<Outcome, string>> = {
  ok: 'ok',
  'scope missing': 'scope',
  'not permitted': 'not permitted',
  'not found': 'not found',
  rejected: 'rejected',
  unreadable: 'unreadable',
  unavailable: 'unavailable',
  timeout: 'no answer in time',
  'rate limited': 'no calls left',
  'token refused': 'token refused',
  'not asked': '–',
};

function cell(report: OperationReport | undefined): string {
  if (report === undefined) return '';
  const { outcome, status, detailCode } = report;
  return outcome === 'ok' || status === null ? cellWords[outcome] : `${detailCode ?? status} ${cellWords[outcome]}`;
}

function refusals({ generations, token }: Report): string[] {
  const lines = new Map<string, string[]>();
  for (const { name, operations } of generations) {
    for (const report of operations) {
      const words = refusal(report, token);
      if (words !== null) lines.set(words, [...(lines.get(words) ?? []), name]);
    }
  }
  return [...lines].map(([words, names]) => `- ${words} (${names.join(', ')})`);
}

function refusal({ operation, outcome, scopes, reason }: OperationReport, { hasUser, scopes: claimed }: TokenFacts): string | null {
  const any = scopes.map((scope) => code(scope)).join(' or ');
  if (outcome === 'scope missing') return `${code(operation)}: the token lacks ${any}`;
  if (outcome === 'not permitted') {
    if (claimed === null) return `${code(operation)}: it wants ${any}, and a user who may`;
    return `${code(operation)}: the scope is there, ${hasUser === false ? 'a user behind the token' : 'the right of this user'} is not`;
  }
  return outcome === 'not asked' && reason?.startsWith('needs ') === true ? `${code(operation)} was not asked: it ${reason}` : null;
}

function changeLines({ changes }: Report): string[] {
  const words = (hasScope: boolean | null) => (hasScope === null ? 'not said' : hasScope ? 'there' : 'missing');
  return ['| Operation | Any of | Scope |', '| --- | --- | --- |', ...changes.map(({ operation, scopes, hasScope }) => `| ${code(operation)} | ${scopes.map((scope) => code(scope)).join(', ')} | ${words(hasScope)} |`)];
}

/** One line for each question and answer, with the generations that gave it. */
function answers(observations: readonly Observation[]): string[] {
  const order: readonly string[] = Object.values(questions);
  const lines = new Map<string, { readonly question: string; readonly answer: string; readonly names: Set<string> }>();
  for (const { question, answer, generation } of observations.toSorted((a, b) => order.indexOf(a.question) - order.indexOf(b.question))) {
    const key = `${question}\n${answer}`;
    const line = lines.get(key) ?? { question, answer, names: new Set<string>() };
    line.names.add(generation);
    lines.set(key, line);
  }
  const open = order.filter((question) => !observations.some((observation) => observation.question === question));
  const rows = [...lines.values()].map(({ question, answer, names }) => `| ${question} | ${answer} | ${[...names].join(', ')} |`);
  if (rows.length === 0) return [];
  const leftOpen = open.length === 0 ? [] : ['', 'Left open, for want of something to ask about or of the right to ask:', '', ...open.map((question) => `- ${question}`)];
  return ['| Question | Answer | On |', '| --- | --- | --- |', ...rows, ...leftOpen];
}

function code(text: string): string {
  return `\`${text}\``;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
