import { expect, test } from '@jest/globals';
import { isObjectType } from 'graphql';
import { costs, domains, schema } from './support.js';

/** Fields with a resolver that reads nothing, or only what has been told. */
const free = new Set([
  'Certification.isOverdue',
  // Paid for with the list.
  'CertificationConnection.summary',
  // Told by the answer to the change.
  'CreateReassignmentConfigurationPayload.configDetail',
  'CreateReassignmentConfigurationPayload.configuration',
  'ReplaceReassignmentConfigurationPayload.configDetail',
  'ReplaceReassignmentConfigurationPayload.configuration',
  // A reference: its fields are paid for one by one.
  'Identity.__resolveReference',
  // Worked out from what is at hand.
  'CertificationTaskTarget.__resolveType',
  'ReassignmentConfigurationDetail.isPermanent',
  'ReassignmentConfigurationDetail.state',
]);

const resolved = domains.flatMap(({ resolvers }) =>
  Object.entries(resolvers).flatMap(([type, fields]) => Object.keys(fields).map((field) => `${type}.${field}`)),
);

test('every field with a resolver has a cost, or is known to have none', () => {
  expect(resolved.filter((field) => costs[field] === undefined && !free.has(field))).toEqual([]);
  expect([...free].filter((field) => !resolved.includes(field) || costs[field] !== undefined)).toEqual([]);
});

test('every root field has a cost', () => {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter((type) => isObjectType(type));
  const fields = roots.flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
  // Entities cost as their types say; the schema's text is at hand.
  const missing = fields.filter((field) => costs[field] === undefined && !['Query._entities', 'Query._service'].includes(field));
  expect(missing).toEqual([]);
});

test('every cost is of a field that there is, and of one domain', () => {
  const exists = (name: string) => {
    const [typeName = '', field = ''] = name.split('.');
    const type = schema.getType(typeName);
    return isObjectType(type) && (field === '__resolveReference' ? resolved.includes(name) : type.getFields()[field] !== undefined);
  };
  const names = domains.flatMap((domain) => Object.keys(domain.costs));
  expect(names.filter((name) => !exists(name))).toEqual([]);
  expect(names).toHaveLength(new Set(names).size);
});
