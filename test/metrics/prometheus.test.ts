import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '../support/until.js';
import { dashboard, rules, targets, written } from './deployed.js';
import { describeWithPrometheus, startPrometheus, type Prometheus } from './prometheus.js';
import { startTraffic, type Traffic } from './traffic.js';

describeWithPrometheus('a Prometheus that scrapes gateways at work', () => {
  let traffic: Traffic;
  let prometheus: Prometheus;
  beforeAll(async () => {
    traffic = await startTraffic();
    prometheus = await startPrometheus(traffic.gateways.map(({ metricsUrl }) => new URL(metricsUrl ?? '').host));
    // Twice, with a scrape of both in between: what rises has risen since something.
    for (let time = 0; time < 2; time += 1) {
      await traffic.flow();
      const nowSeconds = Date.now() / 1000;
      await until(async () => (await prometheus.query(`timestamp(certification_gateway_info) > ${nowSeconds}`)).length === traffic.gateways.length);
    }
  });
  afterAll(async () => {
    await prometheus.stop();
    await traffic.stop();
  });

  /** Numbers, and something of them. */
  async function expectToAnswer(promql: string): Promise<void> {
    const values = (await prometheus.query(promql)).map(({ value }) => value);
    expect([promql, values.filter((value) => !Number.isNaN(value)).length > 0]).toEqual([promql, true]);
  }

  test.each(targets)('has numbers for the panel %s', (_panel, { expr }) => expectToAnswer(written(expr)));

  test.each(rules.map(({ alert, expr }) => [alert, expr]))('has numbers for the alert %s to compare', async (_alert, expr = '') => {
    const [, compared = ''] = /^([^]+?)\s*(?:==|>|<)\s*[\d.]+\s*$/.exec(expr) ?? [];
    await expectToAnswer(compared);
  });

  test('evaluates every rule, and the starts that the dashboard marks', async () => {
    await until(async () => (await prometheus.rules()).every(({ health }) => health !== 'unknown'));
    const evaluated = await prometheus.rules();
    expect(evaluated.map(({ name }) => name)).toEqual(rules.map(({ alert }) => alert));
    expect(evaluated.filter(({ health }) => health !== 'ok')).toEqual([]);
    for (const { expr } of dashboard.annotations.list) expect(await prometheus.query(written(expr))).toEqual([]);
  });
});
