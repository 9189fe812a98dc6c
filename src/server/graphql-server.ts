import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from '../logger.js';
import { answerCost } from './answer-cost.js';
import { draftAnswers, type HttpContext } from './answers/answer-draft.js';
import { createFormatError, RequestLoggers } from './format-error.js';
import type { OperationCosts } from './operation-costs.js';
import type { Recording } from './record/operation-record.js';
import { requestRecord } from './record/request-record.js';
import { requestErrorStatus } from './request-error-status.js';
import { subscriptionsElsewhere } from './subscriptions-elsewhere.js';
import { validationRules } from './validation-rules.js';

export interface GraphqlServerSettings {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  readonly isIntrospectionOn: boolean;
  /** Whether clients may send a text once, and its hash from then on: Apollo's automatic persisted queries. */
  readonly mayRegisterQueries: boolean;
  readonly costs: OperationCosts;
  readonly recording: Recording;
}

export function createGraphqlServer(settings: GraphqlServerSettings): ApolloServer<HttpContext> {
  const { schema, logger, isIntrospectionOn, mayRegisterQueries, costs, recording } = settings;
  const requestLoggers = new RequestLoggers();
  return new ApolloServer<HttpContext>({
    schema,
    logger,
    // Ours is among the validation rules: Apollo's own refusal advises the client how to configure the server.
    introspection: true,
    hideSchemaDetailsFromClientErrors: !isIntrospectionOn,
    validationRules: validationRules(isIntrospectionOn),
    includeStacktraceInErrorResponses: false,
    // A GET has to carry a header for which a browser asks first. `Authorization` would do; auditors look for one more.
    csrfPrevention: true,
    ...(mayRegisterQueries ? {} : { persistedQueries: false }),
    stopOnTerminationSignals: false,
    // In place of APOLLO_* variables, which nothing here needs and which can contradict each other.
    apollo: { key: 'none', graphRef: 'none@current', graphId: '', graphVariant: '' },
    formatError: createFormatError(logger, requestLoggers),
    plugins: [requestLoggers.plugin, subscriptionsElsewhere, answerCost(costs), draftAnswers(costs), requestErrorStatus, requestRecord(recording), ...nothingReported],
  });
}

/**
 * Apollo's plugins that report elsewhere stay off, whatever the environment says; and cacheControl wraps every field,
 * which costs more than the execution, for a header that is the same on every answer here.
 */
const nothingReported = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];
