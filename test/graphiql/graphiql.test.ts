import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Browser, Page, Response } from 'playwright-core';
import { describeInBrowser, launchBrowser } from './browser.js';
import { startSandbox, type SandboxProcess } from './sandbox.js';

interface Inbox {
  data: { certifications: { totalCount: number; nodes: { name: string }[] } };
}

interface PageConfig {
  personas: { key: string; token: string }[];
  variables: Record<string, Record<string, unknown>>;
}

// The browser's own time limit comes first: it says what was waited for.
jest.setTimeout(60_000);
const actionTimeoutMs = 15_000;

describeInBrowser('GraphiQL in the sandbox', () => {
  let sandbox: SandboxProcess;
  let browser: Browser;
  let config: PageConfig;
  let page: Page;
  /** What a page must not have: requests to anywhere else, refused ones, and errors on the console. */
  let offences: string[];

  beforeAll(async () => {
    browser = await launchBrowser();
    sandbox = await startSandbox();
    config = (await (await fetch(`${sandbox.origin}/graphiql/config.json`)).json()) as PageConfig;
  });

  afterAll(async () => {
    await browser?.close();
    await sandbox?.stop();
  });

  beforeEach(async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(actionTimeoutMs);
    page = await context.newPage();
    offences = [];
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol !== 'data:' && url.origin !== sandbox.origin) offences.push(`request to ${request.url()}`);
    });
    // A violation of the Content-Security-Policy is printed as an error, too.
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) offences.push(message.text());
    });
    page.on('pageerror', (error) => offences.push(error.message));
    await page.goto(`${sandbox.origin}/`);
    await editorReady();
  });

  afterEach(() => page?.context().close());

  const tokenOf = (key: string) => config.personas.find((persona) => persona.key === key)?.token ?? '';
  const bearer = () => `Bearer ${config.personas[0]?.token}`;
  const bearerOf = (response: Response) => response.request().headers()['authorization'];
  // Run does nothing before the editor has its text.
  const editorReady = () => page.locator('.graphiql-query-editor').getByText('ReviewerInbox').waitFor();
  const choose = (key: string) => page.getByLabel('Persona').selectOption(key);
  const openTab = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const resultWith = (text: string) => page.locator('.result-window').getByText(text).first().waitFor();

  async function run(operation: string): Promise<Response> {
    const answered = page.waitForResponse(
      (response) => (response.request().postDataJSON() as { operationName?: string } | null)?.operationName === operation,
    );
    await page.getByRole('button', { name: /Execute query/ }).click();
    return answered;
  }

  async function runInbox(): Promise<Inbox['data']['certifications']> {
    const { data } = (await (await run('ReviewerInbox')).json()) as Inbox;
    return data.certifications;
  }

  test('opens with a tab for each screen and loads nothing from elsewhere', async () => {
    const tabs = await page.locator('.graphiql-tab').allInnerTexts();
    expect(tabs.slice(0, 2)).toEqual(['ReviewerInbox', 'MyCampaigns']);
    expect(tabs).toContain('CampaignBoard');
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    // The schema has arrived.
    await page.getByRole('link', { name: 'Query', exact: true }).waitFor();
    expect(offences).toEqual([]);
  });

  test('runs the first tab as the first persona and says what it cost', async () => {
    const response = await run('ReviewerInbox');
    expect(response.status()).toBe(200);
    expect(bearerOf(response)).toBe(`Bearer ${config.personas[0]?.token}`);
    await resultWith('"totalCount"');
    const calls = Number(response.headers()['x-upstream-calls']);
    expect(calls).toBeGreaterThan(0);
    await page.getByText(calls === 1 ? '1 upstream call' : `${calls} upstream calls`, { exact: true }).waitFor();
    expect(offences).toEqual([]);
  });

  const meter = () => page.getByRole('region', { name: 'Call meter' });
  const meterButton = () => meter().getByRole('button');
  const drawnCalls = () => meter().locator('tbody tr:not(.spared)');

  test('draws where the calls of an operation went, and leaves that out of the answer', async () => {
    const { extensions } = (await (await run('ReviewerInbox')).json()) as { extensions: { callMeter: { calls: { operation: string }[]; naiveCalls: number } } };
    const { calls, naiveCalls } = extensions.callMeter;
    await resultWith('"totalCount"');
    expect(await page.locator('.result-window').innerText()).not.toContain('callMeter');
    expect(await meterButton().getAttribute('aria-expanded')).toBe('false');
    await expect(meter().locator('table').count()).resolves.toBe(0);
    await meterButton().press('Enter');
    await meter().locator('table').waitFor();
    expect(await meterButton().getAttribute('aria-expanded')).toBe('true');
    expect(await meterButton().innerText()).toContain(calls.length === 1 ? '1 call' : `${calls.length} calls`);
    if (naiveCalls > calls.length) expect(await meterButton().innerText()).toContain(`would have made ${naiveCalls}`);
    expect(await drawnCalls().count()).toBe(calls.length);
    expect(await drawnCalls().first().innerText()).toContain(calls[0]?.operation ?? '');
    // The same again takes one call less, as the list is in the cache, and what is drawn is that.
    await run('ReviewerInbox');
    await meterButton().getByText('1 call', { exact: true }).waitFor();
    await expect(drawnCalls().count()).resolves.toBe(1);
    await meter().getByRole('row', { name: /from the cache/ }).waitFor();
    // Another persona has nothing to do with it.
    await choose('otherReviewer');
    await meter().waitFor({ state: 'detached' });
    expect(offences).toEqual([]);
  });

  test('shows each persona their own certifications', async () => {
    await choose('reviewer');
    const mine = await runInbox();
    expect(mine.nodes.length).toBeGreaterThan(0);
    await resultWith(mine.nodes[0]?.name ?? '');

    await choose('otherReviewer');
    const others = await runInbox();
    expect(others.nodes.length).toBeGreaterThan(0);
    expect(others.totalCount).not.toBe(mine.totalCount);
    await resultWith(others.nodes[0]?.name ?? '');
    expect(offences).toEqual([]);
  });

  test('empties the answers, in tabs in the background too, when another persona is chosen', async () => {
    await choose('reviewer');
    await runInbox();
    await resultWith('"totalCount"');
    await openTab('MyCampaigns');
    await run('MyCampaigns');
    await resultWith('"totalCount"');

    await choose('otherReviewer');
    const answer = page.locator('.result-window .view-lines');
    await answer.filter({ hasNotText: 'totalCount' }).waitFor({ state: 'attached' });
    await openTab('ReviewerInbox');
    await editorReady();
    expect(await answer.innerText()).not.toContain('totalCount');
  });

  test('fills the variables with ids of the sandbox', async () => {
    const variables = config.variables['CampaignBoard'];
    await openTab('CampaignBoard');
    await page.locator('.graphiql-editor-tool').getByText(String(variables?.['campaignId'])).waitFor();
    const response = await run('CampaignBoard');
    expect(response.request().postDataJSON()).toMatchObject({ variables });
    await resultWith('"totalCount"');
    expect(offences).toEqual([]);
  });

  /** Starts a reassignment as the first persona, and opens the page with its task in the tab that follows it. */
  async function openWithRunningTask(): Promise<string> {
    const query = 'mutation ($input: ReassignCertificationInput!) { reassignCertification(input: $input) { task { id targetId } } }';
    const headers = { 'content-type': 'application/json', authorization: bearer() };
    const body = JSON.stringify({ query, variables: config.variables['Reassign'] });
    const response = await fetch(`${sandbox.origin}/graphql`, { method: 'POST', headers, body });
    const { data } = (await response.json()) as { data: { reassignCertification: { task: { id: string; targetId: string } } } };
    const { id, targetId } = data.reassignCertification.task;
    const variables = { ...config.variables, ReassignProgress: { taskId: id, certificationId: targetId } };
    await page.route('**/graphiql/config.json', (route) => route.fulfill({ json: { endpoint: '/graphql', ...config, variables } }));
    await page.reload();
    await editorReady();
    return id;
  }

  test('follows a reassignment to its end, over a WebSocket to the gateway that has the token in its first message alone', async () => {
    const sent: string[] = [];
    page.on('websocket', (socket) => {
      sent.push(socket.url());
      socket.on('framesent', ({ payload }) => sent.push(String(payload)));
    });
    const taskId = await openWithRunningTask();
    await openTab('ReassignProgress');
    await page.locator('.graphiql-editor-tool').getByText(taskId).waitFor();
    await page.getByRole('button', { name: /Execute query/ }).click();
    await resultWith('"isFinished": false');
    await resultWith('"isFinished": true');
    // It has completed: there is nothing to stop.
    await page.getByRole('button', { name: /Execute query/ }).waitFor();
    await page.getByText('ReassignProgress as').waitFor();
    const [address, init, subscribe] = sent;
    expect(address).toBe(`${sandbox.origin.replace('http', 'ws')}/graphql`);
    expect(JSON.parse(init ?? '')).toEqual({ type: 'connection_init', payload: { authorization: bearer() } });
    expect(JSON.parse(subscribe ?? '')).toMatchObject({ type: 'subscribe', payload: { variables: { taskId } } });
    expect(offences).toEqual([]);
  });

  test('starts afresh on every load: no token and no answer is kept', async () => {
    await choose('otherReviewer');
    await runInbox();
    await resultWith('"totalCount"');
    await page.reload();
    await editorReady();
    const stored = JSON.stringify(await page.context().storageState());
    expect(stored).not.toContain(tokenOf('otherReviewer'));
    expect(stored).not.toContain('totalCount');
    expect(bearerOf(await run('ReviewerInbox'))).toBe(`Bearer ${config.personas[0]?.token}`);
  });

  test('says why where the configuration cannot be read', async () => {
    await page.route('**/graphiql/config.json', (route) => route.fulfill({ status: 503 }));
    await page.reload();
    await page.getByRole('heading', { name: 'GraphiQL could not start' }).waitFor();
    await page.getByText('HTTP 503').waitFor();
  });

  test('says why where the schema cannot be read', async () => {
    await page.route('**/graphql', (route) =>
      route.fulfill({ status: 401, json: { errors: [{ message: 'The token has expired.' }] } }),
    );
    await choose('manager');
    await page.getByText('The gateway refused this token: The token has expired.').first().waitFor();
  });

  test('asks for a token, and keeps it to itself, where there are no personas', async () => {
    await page.route('**/graphiql/config.json', (route) => route.fulfill({ json: { endpoint: '/graphql', personas: [] } }));
    await page.reload();
    await editorReady();
    const field = page.getByLabel('Bearer token');
    expect(await field.getAttribute('type')).toBe('password');
    await field.fill(`Bearer ${tokenOf('manager')}`);
    await page.getByRole('button', { name: 'Use token' }).click();
    expect(bearerOf(await run('ReviewerInbox'))).toBe(`Bearer ${tokenOf('manager')}`);
    await resultWith('"totalCount"');
    expect(JSON.stringify(await page.context().storageState())).not.toContain(tokenOf('manager'));
    expect(page.url()).toBe(`${sandbox.origin}/graphiql`);
    expect(offences).toEqual([]);
  });
});
