import { BearerToken } from '../../src/auth/bearer-token.js';
import { examine } from '../../src/doctor/doctor.js';
import { toMarkdown } from '../../src/doctor/markdown.js';
import type { OperationReport, Report } from '../../src/doctor/report.js';
import { createTenant, type TenantOptions } from '../../src/sandbox/tenant.js';
import { startUpstream, type Upstream } from '../../src/sandbox/upstream.js';

export interface Examined {
  readonly report: Report;
  readonly markdown: string;
}

/** A stand-in whose clock stands still: reports of it are the same each time. */
export function startStandIn(behaviour: TenantOptions = {}): Promise<Upstream> {
  const now = () => Date.parse('2026-03-02T09:00:00Z');
  return startUpstream({ now, rateLimit: 'off', tenant: createTenant({ now, ...behaviour }) });
}

export async function examineWith(url: string, token: string, { asksAll = false }: { readonly asksAll?: boolean } = {}): Promise<Examined> {
  const now = () => Date.parse('2026-03-02T09:00:00Z');
  const report = await examine({ url, token: new BearerToken(token), asksAll, gatewayVersion: '0.1.0', now, onGeneration: () => undefined });
  return { report, markdown: toMarkdown(report) };
}

export function operationOf(report: Report, generation: string, operation: string): OperationReport | undefined {
  return report.generations.find(({ name }) => name === generation)?.operations.find((line) => line.operation === operation);
}

export function outcomesOf(report: Report, generation: string): Record<string, string> {
  const operations = report.generations.find(({ name }) => name === generation)?.operations ?? [];
  return Object.fromEntries(operations.map(({ operation, outcome }) => [operation, outcome]));
}
