import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { rules } from './deployed.js';
import { configurationFile, describeWithPrometheus, promtool, rulesFile } from './prometheus.js';

/** By metric and labels, what a minute adds or has: `0+6x40` rises by six each minute, `1x40` stays. */
type Series = Readonly<Record<string, string>>;

interface Story {
  /** What is so for forty minutes before the alert fires. */
  readonly fires: Series;
  readonly keepsQuiet: Series;
}

const gateway = 'job="certification-gateway", instance="a"';
const bucket = (metric: string, labels: string, fastAndSlow: readonly [string, string]): Series => ({
  [`certification_gateway_${metric}_bucket{${labels}, le="1"}`]: fastAndSlow[0],
  [`certification_gateway_${metric}_bucket{${labels}, le="30"}`]: fastAndSlow[1],
  [`certification_gateway_${metric}_bucket{${labels}, le="+Inf"}`]: fastAndSlow[1],
});
const counted = (metric: string, labels: string, values: string): Series => ({ [`certification_gateway_${metric}{${labels}}`]: values });
const operations = counted('operations_total', 'outcome="ok"', '0+600x40');
const calls = counted('upstream_calls_total', 'outcome="2xx"', '0+600x40');

const stories: Readonly<Record<string, Story>> = {
  CertificationGatewayDown: { fires: { [`up{${gateway}}`]: '0x40' }, keepsQuiet: { [`up{${gateway}}`]: '1x40', 'up{job="another"}': '0x40' } },
  CertificationGatewayRestarts: {
    fires: { [`process_start_time_seconds{${gateway}}`]: '0+1x40' },
    keepsQuiet: { [`process_start_time_seconds{${gateway}}`]: '1x20 2x20' },
  },
  CertificationGatewayFaults: {
    fires: { ...operations, ...counted('operation_errors_total', 'code="UPSTREAM_TIMEOUT"', '0+60x40') },
    keepsQuiet: { ...operations, ...counted('operation_errors_total', 'code="UPSTREAM_TIMEOUT"', '0+6x40'), ...counted('operation_errors_total', 'code="BAD_USER_INPUT"', '0+300x40') },
  },
  CertificationGatewayInternalErrors: {
    fires: { ...counted('operation_errors_total', 'code="INTERNAL_SERVER_ERROR"', '0x40'), ...counted('refusals_total', 'code="INTERNAL_SERVER_ERROR"', '0x35 1x5') },
    keepsQuiet: { ...counted('operation_errors_total', 'code="INTERNAL_SERVER_ERROR"', '0x5 1x35'), ...counted('refusals_total', 'code="INTERNAL_SERVER_ERROR"', '0x40') },
  },
  CertificationGatewaySlow: {
    fires: bucket('operation_duration_seconds', 'type="query"', ['0+50x40', '0+100x40']),
    keepsQuiet: { ...bucket('operation_duration_seconds', 'type="query"', ['0+99x40', '0+100x40']), ...bucket('operation_duration_seconds', 'type="mutation"', ['0+1x40', '0+100x40']) },
  },
  CertificationGatewayUpstreamDown: { fires: counted('upstream_breaker_open', gateway, '0x35 1x5'), keepsQuiet: counted('upstream_breaker_open', gateway, '0x40') },
  CertificationGatewayUpstreamFails: {
    fires: { ...calls, ...counted('upstream_calls_total', 'outcome="5xx"', '0+60x40'), ...counted('upstream_calls_total', 'outcome="timeout"', '0+60x40') },
    keepsQuiet: { ...calls, ...counted('upstream_calls_total', 'outcome="5xx"', '0+6x40'), ...counted('upstream_calls_total', 'outcome="404"', '0+600x40') },
  },
  CertificationGatewayBudgetUsedUp: {
    fires: counted('upstream_calls_not_made_total', 'reason="budget"', '0+60x40'),
    keepsQuiet: { ...counted('upstream_calls_not_made_total', 'reason="budget"', '0+1x40'), ...counted('upstream_calls_not_made_total', 'reason="left"', '0+60x40') },
  },
  CertificationGatewayUpstreamRefusesCalls: {
    fires: counted('upstream_calls_total', 'outcome="429"', '0+1x40'),
    keepsQuiet: counted('upstream_calls_total', 'outcome="429"', '0x30 1x10'),
  },
  CertificationGatewayCallsWait: {
    fires: bucket('upstream_queue_wait_seconds', 'line="single"', ['0+50x40', '0+100x40']),
    keepsQuiet: { ...bucket('upstream_queue_wait_seconds', 'line="single"', ['0+99x40', '0+100x40']), ...bucket('upstream_queue_wait_seconds', 'line="fan_out"', ['0+1x40', '0+100x40']) },
  },
  CertificationGatewayOddAnswers: {
    fires: counted('upstream_odd_answers_total', 'operation="o", field="f", problem="p", quirk="q"', '0+1x40'),
    keepsQuiet: counted('upstream_odd_answers_total', 'operation="o", field="f", problem="p", quirk="q"', '0x20 3x20'),
  },
  CertificationGatewayRedisAway: { fires: counted('redis_up', gateway, '1x30 0x10'), keepsQuiet: counted('redis_up', gateway, '1x20 0x1 1x19') },
  CertificationGatewayRedisFails: {
    fires: counted('redis_failures_total', 'reason="timeout"', '0+60x40'),
    keepsQuiet: counted('redis_failures_total', 'reason="timeout"', '0+1x40'),
  },
  CertificationGatewayFull: {
    fires: counted('refusals_total', 'status="503"', '0+60x40'),
    keepsQuiet: { ...counted('refusals_total', 'status="503"', '0+1x40'), ...counted('refusals_total', 'status="400"', '0+60x40') },
  },
  CertificationGatewayTokensRefused: {
    fires: { ...counted('refusals_total', 'code="UNAUTHENTICATED"', '0+60x40'), ...counted('operation_errors_total', 'code="UNAUTHENTICATED"', '0+60x40') },
    keepsQuiet: { ...counted('refusals_total', 'code="UNAUTHENTICATED"', '0+6x40'), ...counted('operation_errors_total', 'code="UNAUTHENTICATED"', '0+6x40') },
  },
  CertificationGatewayBusy: {
    fires: { [`nodejs_eventloop_lag_p99_seconds{${gateway}}`]: '0.5x40' },
    keepsQuiet: { [`nodejs_eventloop_lag_p99_seconds{${gateway}}`]: '0.02x40', 'nodejs_eventloop_lag_p99_seconds{job="another"}': '0.5x40' },
  },
};

test('there is a story of each alert', () => {
  expect(Object.keys(stories)).toEqual(rules.map(({ alert }) => alert));
});

describeWithPrometheus('promtool', () => {
  test('takes the rules, and the configuration that names them', () => {
    expect(promtool('check', 'rules', rulesFile)).toMatch(/\d+ rules found/);
    expect(promtool('check', 'config', configurationFile)).toContain('SUCCESS');
  });

  test.each(Object.entries(stories))('%s fires when it is to, and keeps quiet else', (alert, { fires, keepsQuiet }) => {
    const firing = { expr: `count(ALERTS{alertname="${alert}", alertstate="firing"})`, eval_time: '40m' };
    const tests = [
      { ...inputOf(fires), promql_expr_test: [{ ...firing, exp_samples: [{ labels: '{}', value: 1 }] }] },
      { ...inputOf(keepsQuiet), promql_expr_test: [{ ...firing, exp_samples: [] }] },
    ];
    const file = join(mkdtempSync(join(tmpdir(), 'alerts-')), 'test.yaml');
    writeFileSync(file, stringify({ rule_files: [rulesFile], evaluation_interval: '1m', tests }));
    expect(promtool('test', 'rules', file)).toContain('SUCCESS');
  });
});

function inputOf(series: Series) {
  return { interval: '1m', input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })) };
}
