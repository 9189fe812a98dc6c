import { readFileSync } from 'node:fs';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOffSampler, AlwaysOnSampler, BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider, type Sampler } from '@opentelemetry/sdk-trace';
import type { Logger } from '../logger.js';
import type { SamplerWish, Wish } from './environment.js';
import { ToldExporter } from './told-exporter.js';

/** Names are short words; whatever is longer does not belong into a trace. */
const longestAttribute = 200;

/** Sends spans to the collector of `OTEL_EXPORTER_OTLP_ENDPOINT`, in batches. */
export function createProvider({ sampler, batches }: Wish, logger: Logger): TracerProvider {
  const { name, version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly name: string; readonly version: string };
  const own = resourceFromAttributes({ 'service.name': name, 'service.version': version });
  const given = detectResources({ detectors: [envDetector] });
  return new TracerProvider({
    resource: defaultResource().merge(own).merge(given),
    sampler: samplerOf(sampler),
    spanLimits: { attributeValueLengthLimit: longestAttribute },
    spanProcessors: [new BatchSpanProcessor({ exporter: new ToldExporter(new OTLPTraceExporter(), logger), ...batches })],
  });
}

function samplerOf({ isByParent, ratio }: SamplerWish): Sampler {
  const root = ratio === 1 ? new AlwaysOnSampler() : ratio === 0 ? new AlwaysOffSampler() : new TraceIdRatioBasedSampler(ratio);
  return isByParent ? new ParentBasedSampler({ root }) : root;
}
