// One campaign from the first look to the last sign-off, through GraphQL alone: `npm run sandbox`, then `npm run example:review`.
// An argument is the address of the gateway, if it is another than the sandbox's usual one.
import { readFileSync } from 'node:fs';

const [origin = 'http://127.0.0.1:4000'] = process.argv.slice(2);
const textOf = (name) => readFileSync(new URL(`${name}.graphql`, import.meta.url), 'utf8');
const { personas, variables } = await (await fetch(`${origin}/graphiql/config.json`)).json();
const mostVerdicts = 250;
let calls = 0;

/** Asks one of examples/*.graphql as a persona, and answers its only field. Throws what stands in the way. */
async function ask(key, screen, given) {
  const { token } = personas.find((persona) => persona.key === key);
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: textOf(screen), variables: given }),
  });
  calls += Number(response.headers.get('x-upstream-calls'));
  const { data, errors } = await response.json();
  const [field] = Object.values(data ?? {});
  const problems = errors ?? field?.userErrors ?? [];
  if (problems.length > 0) throw new Error(`${screen}: ${problems.map(({ message }) => message).join('\n')}`);
  return field;
}

function tell(text) {
  console.log(`${String(calls).padStart(4)} calls  ${text}`);
}

/** All of them, page by page. */
async function itemsOf(key, certificationId) {
  const items = [];
  for (let after = null, isMore = true; isMore; ) {
    const { items: page } = await ask(key, 'ReviewCertification', { certificationId, filter: { isCompleted: false }, after });
    items.push(...page.nodes);
    isMore = page.pageInfo.hasNextPage;
    after = page.pageInfo.endCursor;
  }
  return items;
}

/** What is privileged and belongs to nobody's daily work goes; a revocation needs its comment here. */
function verdictOn({ id, access }) {
  return access?.isPrivileged
    ? { itemId: id, decision: 'REVOKE', comments: `${access.name} is not needed every day: ask again when it is.` }
    : { itemId: id, decision: 'APPROVE' };
}

async function decideAndSign(key, certificationId) {
  const verdicts = (await itemsOf(key, certificationId)).map(verdictOn);
  for (let from = 0; from < verdicts.length; from += mostVerdicts) {
    const decisions = verdicts.slice(from, from + mostVerdicts);
    const { certification } = await ask(key, 'DecideItems', { input: { certificationId, decisions } });
    tell(`${key} decides ${decisions.length} items: ${certification.progress.decisionsRemaining} remain`);
  }
  const { certification } = await ask(key, 'SignOff', { certificationId });
  tell(`${key} signs off: ${certification.phase}`);
}

/** To two colleagues, each what is not about themselves: a handful at once, many by a task. */
async function handOver(certificationId) {
  const items = await itemsOf('reviewer', certificationId);
  const colleague = (key) => JSON.parse(Buffer.from(personas.find((persona) => persona.key === key).token.split('.')[1], 'base64url')).identity_id;
  const [few, many] = [colleague('manager'), colleague('otherReviewer')];
  const about = (identityId) => items.filter(({ identitySummary }) => identitySummary.identity.id === identityId);
  // Whole identities: what is about the one colleague goes to the other.
  const identities = [...new Set(items.map(({ identitySummary }) => identitySummary.identity.id))].filter((id) => ![few, many].includes(id));
  const toFew = about(many);
  const toMany = [few, ...identities.slice(0, 6)].flatMap(about);
  const idsOf = (some) => some.map(({ id }) => id);
  const { outcomes, progress } = await ask('reviewer', 'ReassignItems', {
    input: {
      certificationId,
      reassignments: [
        { reassignToId: few, itemIds: idsOf(toFew) },
        { reassignToId: many, itemIds: idsOf(toMany) },
      ],
      reason: 'You know these people better.',
    },
  });
  const countOf = (wanted) => outcomes.filter(({ outcome }) => outcome === wanted).length;
  tell(`reviewer hands ${outcomes.length} items over: ${countOf('MOVED')} MOVED, ${countOf('STARTED')} STARTED`);
  const taskIds = [...new Set(outcomes.flatMap(({ task }) => (task === null ? [] : [task.id])))];
  for (let { isFinished } = progress ?? { isFinished: true }, missingCount = 0; !isFinished; ) {
    ({ isFinished, missingCount } = await ask('reviewer', 'ReassignItemsProgress', { taskIds, waitSeconds: 20 }));
    if (missingCount > 0) throw new Error('A task is not there any more.');
  }
  tell(`${taskIds.length} task has moved the rest`);
}

const { campaignId } = variables.CampaignDecisions;
const { certificationId } = variables.ReviewCertification;
const { nodes: campaigns } = await ask('administrator', 'Campaigns', {});
const { name, status, totalCertifications } = campaigns.find(({ id }) => id === campaignId);
tell(`administrator sees ${campaigns.length} campaigns, and looks at "${name}": ${status}, ${totalCertifications} certifications`);

const { items } = await ask('reviewer', 'ReviewCertification', { certificationId, first: 1 });
tell(`reviewer opens a certification of ${items.totalCount} items`);
await handOver(certificationId);
await decideAndSign('reviewer', certificationId);

// What was handed over has become certifications of the colleagues', beside those that they had.
const board = await ask('administrator', 'CampaignDecisions', { campaignId });
const keyOf = ({ reviewer }) => personas.find((persona) => persona.key !== 'expired' && persona.name === reviewer.name).key;
for (const certification of board.certifications.nodes.filter(({ phase }) => phase === 'ACTIVE')) {
  await decideAndSign(keyOf(certification), certification.id);
}

const done = await ask('administrator', 'CampaignDecisions', { campaignId });
tell(`administrator sees ${done.completedCertifications} of ${done.totalCertifications} certifications signed off`);
