import { startTestGateway, type TestGateway, type TestGatewayOptions } from '../support/gateway.js';
import { scrape, type Scrape } from './scrape.js';

export interface CountedGateway extends TestGateway {
  scrape(): Promise<Scrape>;
}

/** A gateway that counts, on a port of its own. */
export async function startCountedGateway(options: TestGatewayOptions = {}): Promise<CountedGateway> {
  const gateway = await startTestGateway({ ...options, settings: { ...options.settings, metrics: { host: '127.0.0.1', port: 0 } } });
  return { ...gateway, scrape: () => scrape(gateway.metricsUrl) };
}

/** What a counter has risen by while something was done. */
export async function risen(gateway: CountedGateway, doing: () => Promise<unknown>): Promise<Scrape['value']> {
  const before = await gateway.scrape();
  await doing();
  const after = await gateway.scrape();
  return (name, labels) => after.value(`certification_gateway_${name}`, labels) - before.value(`certification_gateway_${name}`, labels);
}
