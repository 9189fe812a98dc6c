import { readFileSync } from 'node:fs';
import { ask, graphqlOf, WrongAnswerError } from '../load.js';
import type { Finding, Findings } from '../report/findings.js';
import type { Stage, UpstreamProcess } from '../stage.js';
import type { TokenOrder } from '../upstream.js';

interface Screen {
  readonly name: string;
  readonly beta: number;
  readonly stable: number;
  /** What frontends do today, or must do over plain REST. */
  readonly today: string;
  readonly as?: TokenOrder['like'];
}

/** The fewest upstream calls that each screen of examples/ can take with nothing cached, for the sandbox's tenant. */
const screens: readonly Screen[] = [
  { name: 'ReviewerInbox', beta: 26, stable: 2, today: '26', as: 'reviewer' },
  { name: 'MyCampaigns', beta: 1, stable: 1, today: '1', as: 'reviewer' },
  { name: 'CertificationDetail', beta: 3, stable: 3, today: '3' },
  { name: 'CampaignBoard', beta: 2, stable: 2, today: '4' },
  { name: 'ReviewerWorkloads', beta: 2, stable: 2, today: '2' },
  { name: 'ReassignDialog', beta: 3, stable: 3, today: '3' },
  { name: 'ReassignCandidate', beta: 2, stable: 2, today: '1 and one for each name' },
  { name: 'Reassign', beta: 1, stable: 1, today: '1' },
  { name: 'DelegationSettings', beta: 3, stable: 3, today: '3' },
  { name: 'Delegate', beta: 3, stable: 3, today: '2 and one for each name' },
  { name: 'TakeBack', beta: 1, stable: 1, today: '1' },
  { name: 'TeamDelegations', beta: 12, stable: 12, today: '12' },
  { name: 'AllDelegations', beta: 4, stable: 1, today: '1, and only 20 rows' },
  { name: 'TenantSwitch', beta: 1, stable: 1, today: '1' },
  { name: 'SetTenantSwitch', beta: 1, stable: 1, today: '1' },
  { name: 'WhoEndsUp', beta: 4, stable: 4, today: '3 and one for each name' },
  { name: 'ItemPermissions', beta: 1, stable: 1, today: '1' },
  { name: 'RunningTasks', beta: 3, stable: 2, today: 'not there' },
  { name: 'Dashboard', beta: 44, stable: 25, today: '65' },
];

const quickOnes = ['ReviewerInbox', 'CampaignBoard', 'WhoEndsUp', 'Dashboard'];

/** Each screen asked of a gateway that has just started: names that one screen has looked up are at hand for the next. */
export async function callsOfScreens(stage: Stage): Promise<Findings> {
  const asked = stage.isQuick ? screens.filter(({ name }) => quickOnes.includes(name)) : screens;
  const upstream = await stage.upstream({ latencyMs: 5 });
  const rows: { screen: Screen; beta: number; stable: number }[] = [];
  for (const screen of asked) {
    rows.push({ screen, beta: await callsOf(stage, upstream, screen, 'beta'), stable: await callsOf(stage, upstream, screen, 'v2025') });
  }
  const right = rows.filter(({ screen, beta, stable }) => beta === screen.beta && stable === screen.stable);
  const dashboard = rows.find(({ screen }) => screen.name === 'Dashboard');
  const findings: Finding[] = [
    {
      work: 'dashboard of five root fields that overlap',
      measured: `${dashboard?.beta} calls on beta, ${dashboard?.stable} on v2025`,
      target: '44 and 25',
      kind: 'count',
      isMet: dashboard?.beta === 44 && dashboard.stable === 25,
    },
    {
      work: `the ${rows.length} screens, on beta and on v2025`,
      measured: `${right.length} with the fewest calls possible`,
      target: 'all',
      kind: 'count',
      isMet: right.length === rows.length,
    },
  ];
  const head = ['screen', 'calls on beta', 'fewest possible', 'calls on v2025', 'fewest possible', 'over plain REST, today'];
  const lines = rows.map(({ screen, beta, stable }) => [`\`${screen.name}\``, beta, screen.beta, stable, screen.stable, screen.today].map(String));
  const note = 'Nothing cached; [examples/](../examples) has the queries.';
  return { findings, tables: [{ title: 'Calls of the screens', note, head, rows: lines }], pictures: [] };
}

async function callsOf(stage: Stage, upstream: UpstreamProcess, { name, as = 'administrator' }: Screen, generation: string): Promise<number> {
  const gateway = await stage.gateway(`${upstream.origin}/${generation}`);
  const query = readFileSync(new URL(`../../examples/${name}.graphql`, import.meta.url), 'utf8');
  const variables = (await upstream.ask<Record<string, Record<string, unknown>>>('variables'))[name] ?? {};
  const token = await upstream.token({ like: as });
  const { calls, result } = await upstream.during(() => ask(gateway.origin, { query, variables, token }));
  const { errors } = graphqlOf(result);
  if (errors !== undefined) throw new WrongAnswerError(`${name} on ${generation} has an error: ${errors[0]?.message}`);
  await gateway.stop();
  return calls;
}
