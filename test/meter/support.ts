import type { CallMeterReport } from '../../src/meter/report.js';
import { startTestGateway, type Answer, type TestGateway, type TestGatewayOptions } from '../support/gateway.js';

export function startMeteredGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  return startTestGateway({ ...options, server: { ...options.server, isCallMeterOn: true } });
}

/** Throws for an answer that was not metered. */
export function meterOf({ extensions }: Pick<Answer, 'extensions'>): CallMeterReport {
  const { callMeter } = extensions;
  if (callMeter === undefined) throw new Error('the answer has no extensions.callMeter');
  return callMeter as CallMeterReport;
}

/** Each call on a line, in order: `listCertifications ×1 for inbox (2 askers), off`. */
export function linesOf({ calls }: CallMeterReport): string[] {
  return calls.map(({ operation, batch, field, askers, cache }) => `${operation} ×${batch} for ${field} (${askers}), ${cache}`);
}

/** What the upstream has seen of it: repeated attempts are requests of their own. */
export function attemptsOf({ calls }: CallMeterReport): number {
  return calls.reduce((sum, { attempts }) => sum + attempts, 0);
}
