import { accessReviewItemOperations } from './access-review-items.js';
import { accessSummaryOperations } from './access-summaries.js';
import { campaignReassignmentOperations } from './campaign-reassignment.js';
import { campaignOperations } from './campaigns.js';
import { certificationOperations } from './certifications.js';
import { decisionSummaryOperations } from './decision-summary.js';
import { decisionOperations } from './decisions.js';
import { methodNotAllowed, notFound } from './errors.js';
import type { Address } from './generation.js';
import { identityOperations } from './identities.js';
import { identitySummaryOperations } from './identity-summaries.js';
import { itemReassignmentOperations } from './item-reassignment.js';
import type { Contract, Operation } from './operation.js';
import { reassignmentOperations } from './reassignment.js';
import { taskOperations } from './tasks.js';

export interface Route {
  readonly operation: Operation;
  readonly parameter: (name: string) => string;
}

interface Pattern {
  readonly operation: Operation;
  readonly segments: readonly string[];
}

/** A reviewer's day, on generations other than beta. */
const reviewOperations: readonly Operation[] = [
  ...accessReviewItemOperations,
  ...decisionOperations,
  ...itemReassignmentOperations,
  ...decisionSummaryOperations,
  ...identitySummaryOperations,
  ...accessSummaryOperations,
  ...campaignOperations,
  ...campaignReassignmentOperations,
];

const patterns: Readonly<Record<Contract, readonly Pattern[]>> = {
  beta: compile('beta'),
  stable: compile('stable'),
};

/** The operation at an address; throws the 404 or 405. */
export function findRoute(address: Address | null, method: string): Route {
  if (address === null) throw notFound('There is no such API version.');
  const { generation, segments } = address;
  const atPath = patterns[generation.contract].filter(
    (pattern) => (pattern.operation.isOfferedIn?.(generation) ?? true) && fits(pattern.segments, segments),
  );
  const [closest] = atPath.toSorted((a, b) => parameterCount(a) - parameterCount(b));
  if (closest === undefined) throw notFound(`There is no resource at this path in ${generation.name}.`);
  // A literal path hides a parameter at its place for all methods (Q11).
  const methods = atPath.filter((pattern) => pattern.operation.path === closest.operation.path);
  const found = methods.find(({ operation }) => operation.method === method);
  if (found === undefined) throw methodNotAllowed(methods.map(({ operation }) => operation.method));
  return { operation: found.operation, parameter: parameterReader(found, segments) };
}

function compile(contract: Contract): Pattern[] {
  const operations = [
    ...certificationOperations(contract),
    ...taskOperations(contract),
    ...reassignmentOperations(),
    ...identityOperations(contract),
    ...(contract === 'stable' ? reviewOperations : []),
  ];
  return operations.map((operation) => ({ operation, segments: operation.path.split('/').slice(1) }));
}

const isParameter = (segment: string): boolean => segment.startsWith('{');

function parameterCount({ segments }: Pattern): number {
  return segments.filter(isParameter).length;
}

function fits(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((segment, index) => (isParameter(segment) ? segments[index] !== '' : segment === segments[index]))
  );
}

function parameterReader(pattern: Pattern, segments: readonly string[]): (name: string) => string {
  return (name) => {
    const value = segments[pattern.segments.indexOf(`{${name}}`)];
    if (value === undefined) throw new RangeError(`${pattern.operation.path} has no parameter '${name}'`);
    return value;
  };
}
