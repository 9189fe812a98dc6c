import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const document = readFileSync(new URL('../../docs/following-tasks.md', import.meta.url), 'utf8');

describe('docs/following-tasks.md', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway.stop());

  /** The code under a heading, aimed at the gateway of this test. */
  function snippet(heading: string): string {
    const [, section = ''] = document.split(`\n### ${heading}\n`);
    const lines = (section.split('\n##')[0] ?? '').split('\n').filter((line) => line.startsWith('    ') || line === '');
    const code = lines.map((line) => line.slice(4)).join('\n').trim();
    const { host } = new URL(gateway.origin);
    return code.replaceAll('wss://gateway.example.com', `ws://${host}`).replaceAll('https://gateway.example.com', `http://${host}`);
  }

  /** What a command prints; throws what it complains about. */
  function run(command: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<string> {
    const child = spawn(command, args, { cwd: root, env: { PATH: process.env['PATH'] ?? '', ...environment } });
    let output = '';
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString('utf8')));
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => (code === 0 ? resolve(output) : reject(new Error(complaint))));
    });
  }

  const taskId = () => gateway.upstream.tenant.examples.tasks.succeeded;
  const token = () => gateway.upstream.persona('administrator').token;

  test.each(['graphql-ws', 'graphql-sse'])('the snippet for %s follows a task to its end', async (client) => {
    const given = `
      // As a browser has it, and Node from 22 on.
      globalThis.WebSocket ??= (await import('ws')).WebSocket;
      const currentToken = async () => ${JSON.stringify(token())};
      const taskId = ${JSON.stringify(taskId())};
      const show = (data, errors) => console.log(JSON.stringify({ data, errors }));
    `;
    // The client keeps its connection for what may come; the program here has nothing more to ask.
    const output = await run(process.execPath, ['--input-type=module', '--eval', `${given}${snippet(client)}\nprocess.exit(0);`]);
    expect(output.trim().split('\n').map((line) => JSON.parse(line))).toEqual([
      { data: { certificationTaskProgress: { id: taskId(), status: 'SUCCESS', isFinished: true, errors: [] } } },
    ]);
  });

  const testWithCurl = spawnSync('curl', ['--version']).status === 0 ? test : test.skip;
  testWithCurl('the snippet for curl follows a task to its end', async () => {
    const output = await run('sh', ['-c', snippet('curl')], { TOKEN: token(), TASK_ID: taskId() });
    expect(output).toContain('event: next\ndata: {"data":{"certificationTaskProgress":{"status":"SUCCESS","isFinished":true}}');
    expect(output.endsWith('event: complete\ndata:\n\n')).toBe(true);
  });
});
