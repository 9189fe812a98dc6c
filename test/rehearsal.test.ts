import { beforeAll, expect, test } from '@jest/globals';
import { describeWithRedis } from './support/redis.js';
import { rehearse, type RehearsalLog } from './support/rehearsal/rehearsal.js';
import { reportOf } from './support/rehearsal/report.js';

const withinMs = 180_000;

describeWithRedis('a rolling update of three gateways under load, in which Redis is killed', () => {
  let log: RehearsalLog;
  beforeAll(async () => {
    log = await rehearse();
  }, withinMs);

  const sum = (of: (phase: RehearsalLog['phases'][number]) => number) => log.phases.reduce((total, phase) => total + of(phase), 0);

  test('fails no request: no error, no broken connection, no wrong answer', () => {
    // The whole log, for whoever has to find out why.
    if (log.failures.length > 0) throw new Error(`\n${reportOf(log)}`);
    expect(sum(({ answered }) => answered)).toBe(sum(({ sent }) => sent));
  });

  test('goes on through every gateway that is there, in every phase', () => {
    expect(log.phases.map(({ name }) => name)).toEqual(expect.arrayContaining(['B is stopped while Redis is away', 'Redis is back', 'all is well again']));
    for (const { name, byGateway } of log.phases) {
      const answering = log.gateways.filter((gateway) => (byGateway.get(gateway) ?? 0) > 0);
      const there = log.gateways.filter((gateway) => !name.startsWith(`${gateway} is stopped`));
      expect([name, answering]).toEqual([name, expect.arrayContaining(there)]);
    }
  });

  test('has changes and subscriptions among its requests, and subscriptions go on through other gateways', () => {
    expect(sum(({ mutations }) => mutations)).toBeGreaterThan(3);
    expect(sum(({ reconnected }) => reconnected)).toBeGreaterThan(0);
  });

  test('every gateway stops in order, and logs no error', () => {
    expect(log.exitCodes).toEqual([0, 0, 0, 0, 0, 0]);
    expect(log.errorLines).toEqual([]);
  });
});
