import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sampleVariables } from '../../src/sandbox/graphiql-samples.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { askedScreens, textOf } from '../support/screens.js';
import { estimate } from './support.js';

/** Where the sandbox's tenant takes fewer calls than the estimate has to assume. */
const fewer: Readonly<Record<string, { readonly generations: readonly string[]; readonly because: string }>> = {
  CampaignBoard: { generations: ['beta', 'v2025'], because: 'a summary is 4 calls, and its campaign has 400 certifications: 2' },
  MyCampaigns: { generations: ['beta', 'v2025'], because: 'a summary is 4 calls, and the reviewer has fewer than 250 certifications: 1' },
  ReviewerWorkloads: { generations: ['beta', 'v2025'], because: 'a summary is 4 calls, and its campaign has 400 certifications: 2' },
  AllDelegations: { generations: ['beta'], because: '100 configurations and one ahead are 6 pages of 20, and 60 are set up: 4' },
  ReassignOutcome: { generations: ['beta', 'v2025'], because: 'it could wait for 20 seconds, and the task has ended' },
  CampaignDecisions: { generations: ['v2025'], because: 'the campaign of who is no administrator is read from its certifications' },
  DecideItems: { generations: ['v2025'], because: 'a verdict could lack its comment, or be refused and explained' },
  ReassignItems: { generations: ['v2025'], because: 'the call could be refused and explained' },
  ReviewSubjects: { generations: ['v2025'], because: 'who reviews the certification would be read if one of its lists were refused' },
  SignOff: { generations: ['v2025'], because: 'it could be refused and explained' },
  ReassignItemsProgress: { generations: ['beta'], because: 'beta needs to be told on which certification they work' },
  RunningTasks: { generations: ['v2025'], because: '5 certifications could be missing in the list and be read singly, and none is' },
};

const ofReviewer = ['ReviewerInbox', 'MyCampaigns', 'ReviewCertification', 'ReviewSubjects', 'DecideItems', 'ReassignItems', 'SignOff'];

describe.each(['beta', 'v2025'] as const)('on %s, nothing cached', (generation) => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await startTestGateway({ generation });
  });
  afterEach(() => gateway.stop());

  test.each(askedScreens)('%s takes the calls that were estimated', async (name) => {
    const query = textOf(name);
    const variables = sampleVariables(gateway.upstream.tenant)[name] ?? {};
    const { calls } = estimate(query, variables, generation);
    const as = ofReviewer.includes(name) ? 'reviewer' : 'administrator';
    const { upstreamCalls } = await gateway.ask(query, variables, { as });
    if (fewer[name]?.generations.includes(generation)) expect(upstreamCalls).toBeLessThan(calls);
    else expect(upstreamCalls).toBe(calls);
  });

  test.each([
    ['certifications that are in no list', '{ a: certification(id: "nowhere") { name } b: certification(id: "elsewhere") { name } }'],
    ['items and summaries that are refused', '{ a: certification(id: "nowhere") { items { totalCount } decisionSummary { roles { made } } } b: certification(id: "elsewhere") { a: item(id: "a") { decision } b: item(id: "b") { decision } } }'],
    ['tasks that are not pending', '{ a: certificationTask(id: "nowhere", certificationId: "a") { id } b: certificationTask(id: "elsewhere", certificationId: "a") { id } }'],
    ['parts of one list, of which the longer one is asked for later', '{ a: certification(id: "$certification") { reviewers(first: 1) { nodes { id } } } b: certification(id: "$certification") { name reviewers(first: 10) { nodes { id } } } }'],
    ['a list and its total behind a page', '{ a: certifications(offset: 25) { nodes { id } totalCount } b: certifications { totalCount } }'],
    ['configurations by 20', '{ a: reassignmentConfigurations(first: 40) { nodes { id } } b: reassignmentConfigurations(first: 40, offset: 20) { nodes { id } } }'],
  ])('the most that can happen does: %s', async (_what, text) => {
    const query = text.replaceAll('$certification', gateway.upstream.tenant.examples.certifications.reassigned);
    const { upstreamCalls } = await gateway.ask(query);
    expect(upstreamCalls).toBe(estimate(query, {}, generation).calls);
  });
});
