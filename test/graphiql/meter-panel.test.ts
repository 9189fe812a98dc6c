import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, launchBrowser } from './browser.js';
import { startSandbox, type SandboxProcess } from './sandbox.js';

// The browser's own time limit comes first: it says what was waited for.
jest.setTimeout(60_000);
const actionTimeoutMs = 15_000;

const call = {
  operation: 'listCertificationReviewers',
  method: 'GET',
  field: 'certifications.nodes.reviewers',
  askers: 1,
  batch: 1,
  cache: 'miss',
  line: 'fan_out',
  startedAtMs: 0,
  waitMs: 0,
  durationMs: 20,
  attempts: 1,
  outcome: '2xx',
};
const lookUp = { resource: 'identity@v2025', field: 'certifications.nodes.reviewer', atMs: 1, keys: 3, hit: 0, stale: 0, miss: 0, off: 0, joined: 0 };

describeInBrowser('The call meter in GraphiQL', () => {
  let sandbox: SandboxProcess;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    sandbox = await startSandbox();
  });

  afterAll(async () => {
    await browser?.close();
    await sandbox?.stop();
  });

  beforeEach(async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(actionTimeoutMs);
    page = await context.newPage();
    await page.goto(`${sandbox.origin}/graphiql`);
    await page.locator('.graphiql-query-editor').getByText('ReviewerInbox').waitFor();
  });

  afterEach(() => page?.context().close());

  const meter = () => page.getByRole('region', { name: 'Call meter' });
  const rows = () => meter().locator('tbody tr');
  const run = () => page.getByRole('button', { name: /Execute query/ }).click();
  const open = () => meter().getByRole('button').click();

  /** From now on the gateway's answers tell of these, which a sandbox at rest does not come to. */
  async function answerWith(calls: readonly object[], lookUps: readonly object[] = []): Promise<void> {
    const callMeter = { durationMs: 500, calls, lookUps, repeated: false, naiveCalls: 600 };
    await page.route('**/graphql', (route) => route.fulfill({ json: { data: { certifications: null }, extensions: { callMeter } } }));
  }

  test('has room for a call for each of 250 rows, to be scrolled by the keyboard', async () => {
    await answerWith(Array.from({ length: 250 }, (_, index) => ({ ...call, startedAtMs: index, waitMs: index })));
    await run();
    await open();
    await rows().nth(249).waitFor({ state: 'attached' });
    expect(await rows().count()).toBe(250);
    expect(await meter().locator('.wait').count()).toBe(249);
    const body = meter().locator('.meter-body');
    await body.focus();
    await body.press('End');
    await page.waitForFunction(() => (document.querySelector('.meter-body')?.scrollTop ?? 0) > 0);
    // The editors keep their place.
    expect((await meter().boundingBox())?.height).toBeLessThan(400);
  });

  test('says in words what failed, what was joined and how many things a call is about', async () => {
    await answerWith([{ ...call, batch: 100 }, { ...call, outcome: '403' }], [{ ...lookUp, miss: 3, joined: 3 }]);
    await run();
    await open();
    await meter().getByRole('row', { name: /×100.*not in the cache/ }).waitFor();
    await meter().getByRole('row', { name: /403/ }).waitFor();
    await meter().getByRole('row', { name: /identity@v2025 ×3.*joined what was under way/ }).waitFor();
    expect(await rows().count()).toBe(3);
  });

  test('is emptied when another operation runs, though that one is never answered', async () => {
    await answerWith([call]);
    await run();
    await open();
    await rows().first().waitFor();
    await page.unroute('**/graphql');
    await page.route('**/graphql', (route) => route.abort());
    await run();
    await meter().waitFor({ state: 'detached' });
  });

  test('draws the last event of a subscription', async () => {
    const frame = (calls: readonly object[]) => ({ data: { certifications: null }, extensions: { callMeter: { durationMs: 9, calls, lookUps: [], repeated: false, naiveCalls: 2 } } });
    await page.routeWebSocket('**/graphql', (socket) => {
      socket.onMessage((text) => {
        const { type, id } = JSON.parse(String(text)) as { type: string; id?: string };
        if (type === 'connection_init') socket.send(JSON.stringify({ type: 'connection_ack' }));
        if (type !== 'subscribe') return;
        for (const calls of [[call, call, call], [{ ...call, operation: 'getTaskStatus' }]]) socket.send(JSON.stringify({ type: 'next', id, payload: frame(calls) }));
      });
    });
    await page.getByRole('button', { name: 'ReassignProgress', exact: true }).click();
    await page.locator('.graphiql-query-editor').getByText('ReassignProgress').waitFor();
    await run();
    await open();
    await meter().getByRole('row', { name: /getTaskStatus/ }).waitFor();
    expect(await rows().count()).toBe(1);
  });
});
