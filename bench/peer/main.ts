import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { answerCache, type PeerContext } from './answer-cache.js';
import { CertificationApi, type WireCertification, type WireConfiguration } from './certification-api.js';
import { typeDefs } from './schema.js';

// A gateway as a good engineer writes it in an afternoon: Apollo Server, its defaults, DataLoader, answers cached in Redis.

interface Context extends PeerContext {
  readonly api: CertificationApi;
}

type Field<Parent> = (parent: Parent, args: { first: number }, context: Context) => unknown;

const apiUrl = process.env['SAILPOINT_API_URL'] ?? '';
const redisUrl = process.env['REDIS_URL'];

const query: Record<string, Field<unknown>> = {
  certifications: async (_parent, { first }, { api }) => ({ nodes: await api.certifications(first) }),
  reassignmentConfigTypes: async (_parent, _args, { api }) =>
    (await api.configTypes()).map((type) => ({ ...type, configType: type.internalName, configTypeName: type.internalName })),
  reassignmentTenantConfiguration: async (_parent, _args, { api }) => ({ isEnabled: (await api.tenantConfiguration()).configDetails?.disabled !== true }),
  reassignmentConfigurations: async (_parent, { first }, { api }) => ({ nodes: (await api.configurations()).slice(0, first) }),
};

const certification: Record<string, Field<WireCertification>> = {
  dueAt: ({ due }) => due,
  isOverdue: ({ due, completed }) => !completed && due !== null && Date.parse(due) < Date.now(),
  isCompleted: ({ completed }) => completed,
  progress: ({ decisionsMade, decisionsTotal }) => ({ decisionsMade, decisionsTotal }),
  reviewers: async ({ id }, _args, { api }) => ({ nodes: await api.reviewers.load(id) }),
  pendingTasks: ({ id }, _args, { api }) => api.pendingTasks.load(id),
};

const configuration: Record<string, Field<WireConfiguration>> = {
  id: ({ identity }) => identity.id,
  configDetails: ({ identity, configDetails }) =>
    configDetails.map((detail) => ({
      ...detail,
      id: `${identity.id}:${detail.configType}`,
      endsAt: detail.endDate,
      state: Date.parse(detail.startDate) > Date.now() ? 'SCHEDULED' : 'ACTIVE',
    })),
};

const server = new ApolloServer<Context>({
  typeDefs,
  resolvers: { Query: query, Certification: certification, Configuration: configuration },
  plugins: redisUrl === undefined ? [] : [answerCache(redisUrl)],
});
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async ({ req }) => {
    const { authorization = '' } = req.headers;
    return { authorization, api: new CertificationApi(apiUrl, authorization) };
  },
});
process.stdout.write(`ready at ${url}\n`);
