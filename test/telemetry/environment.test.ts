import { describe, expect, test } from '@jest/globals';
import { readWish } from '../../src/telemetry/environment.js';

const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' };

describe('OpenTelemetry’s variables', () => {
  test.each([
    ['nothing', {}],
    ['an empty endpoint', { OTEL_EXPORTER_OTLP_ENDPOINT: ' ' }],
    ['a service’s name alone', { OTEL_SERVICE_NAME: 'gateway' }],
    ['an endpoint for metrics', { OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: 'http://127.0.0.1:4318' }],
    ['an SDK that is disabled', { ...endpoint, OTEL_SDK_DISABLED: 'TRUE' }],
    ['no exporter', { ...endpoint, OTEL_TRACES_EXPORTER: 'none' }],
  ])('with %s ask for no traces', (_what, environment) => {
    expect(readWish(environment)).toBeNull();
  });

  test('ask for them by an endpoint, of traces or of everything', () => {
    const usual = { sampler: { isByParent: true, ratio: 1 }, batches: {}, problems: [] };
    expect(readWish(endpoint)).toEqual(usual);
    expect(readWish({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://127.0.0.1:4318/v1/traces', OTEL_TRACES_EXPORTER: 'otlp' })).toEqual(usual);
  });

  test.each([
    ['always_on', '0.5', { isByParent: false, ratio: 1 }],
    ['always_off', undefined, { isByParent: false, ratio: 0 }],
    ['traceidratio', '0.25', { isByParent: false, ratio: 0.25 }],
    ['traceidratio', undefined, { isByParent: false, ratio: 1 }],
    ['parentbased_always_on', undefined, { isByParent: true, ratio: 1 }],
    ['parentbased_always_off', undefined, { isByParent: true, ratio: 0 }],
    ['parentbased_traceidratio', '0.1', { isByParent: true, ratio: 0.1 }],
  ])('sample by %s with %s', (OTEL_TRACES_SAMPLER, OTEL_TRACES_SAMPLER_ARG, sampler) => {
    expect(readWish({ ...endpoint, OTEL_TRACES_SAMPLER, OTEL_TRACES_SAMPLER_ARG })).toMatchObject({ sampler, problems: [] });
  });

  test('set the batches', () => {
    const given = { OTEL_BSP_SCHEDULE_DELAY: '100', OTEL_BSP_EXPORT_TIMEOUT: '200', OTEL_BSP_MAX_QUEUE_SIZE: '300', OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '400' };
    expect(readWish({ ...endpoint, ...given })?.batches).toEqual({ scheduledDelayMillis: 100, exportTimeoutMillis: 200, maxQueueSize: 300, maxExportBatchSize: 400 });
  });

  test.each([
    ['OTEL_TRACES_SAMPLER', 'constructor'],
    ['OTEL_TRACES_SAMPLER_ARG', '2'],
    ['OTEL_TRACES_SAMPLER_ARG', 'half'],
    ['OTEL_TRACES_EXPORTER', 'zipkin'],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc'],
    ['OTEL_EXPORTER_OTLP_TRACES_PROTOCOL', 'http/json'],
    ['OTEL_BSP_MAX_QUEUE_SIZE', '0'],
  ])('that cannot be done are told, and as if they were not set: %s=%s', (name, value) => {
    const wish = readWish({ ...endpoint, [name]: value });
    expect(wish?.problems).toEqual([expect.stringMatching(new RegExp(`^${name} .+ taken as not set$`))]);
    expect(wish).toMatchObject({ sampler: { isByParent: true, ratio: 1 }, batches: {} });
  });
});
