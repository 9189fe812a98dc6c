import type { SubscriptionResolvers } from '../../generated/types.js';
import { checkedId } from '../../graphql/arguments.js';
import type { CertificationTaskModel } from '../mapping.js';

type Event = CertificationTaskModel | null | Error;

export const Subscription: SubscriptionResolvers = {
  certificationTaskProgress: {
    subscribe: (_root, { taskId, certificationId }, { dataSources }) =>
      withFailureAsEvent(
        dataSources.task.watch(
          checkedId('taskId', taskId),
          certificationId === null || certificationId === undefined ? null : checkedId('certificationId', certificationId),
        ),
      ),
    resolve: (event: Event) => {
      if (event instanceof Error) throw event;
      return event;
    },
  },
};

/** What fails is the last event, an error of the field, as in a query: transports would break off on what a stream throws. */
async function* withFailureAsEvent(tasks: AsyncIterable<CertificationTaskModel | null>): AsyncGenerator<Event> {
  try {
    yield* tasks;
  } catch (error) {
    yield error instanceof Error ? error : new Error('a task could not be followed', { cause: error });
  }
}
