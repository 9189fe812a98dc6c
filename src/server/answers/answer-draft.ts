import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { Context } from '../../context.js';
import type { OperationCosts } from '../operation-costs.js';
import { knownOperation, type KnownOperation } from '../record/operation-record.js';

/** An answer that could be sent again. */
export interface Repeatable {
  readonly data: object;
  readonly operation: KnownOperation;
  /** Of the document, in characters. */
  readonly documentLength: number;
  readonly estimatedCalls: number;
}

/** What Apollo tells its plugins of an answer, for whoever has given Apollo the request. */
export class AnswerDraft {
  /** Null: this one is not to be sent again. */
  repeatable: Repeatable | null = null;
}

export interface HttpContext extends Context {
  readonly draft: AnswerDraft;
}

/** Of queries that were answered without an error, out of the cache alone. */
export function draftAnswers(costs: OperationCosts): ApolloServerPlugin<HttpContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ contextValue, document, operation, request, source, response: { body } }) => {
        if (document === undefined || operation?.operation !== OperationTypeNode.QUERY || body.kind !== 'single') return;
        const { data, errors } = body.singleResult;
        if (!data || errors !== undefined || contextValue.upstreamCalls.count > 0 || contextValue.answerParts.basis === null) return;
        const { calls } = costs.check(document, operation, request.variables ?? {});
        const documentLength = source?.length ?? 0;
        contextValue.draft.repeatable = { data, operation: knownOperation(document, operation), documentLength, estimatedCalls: calls };
      },
    }),
  };
}
