import type { SubscriptionResolvers } from '../../generated/types.js';
import { checkedId, optionalId } from '../../graphql/arguments.js';
import { eventStream } from '../../graphql/event-stream.js';
import type { TaskDataSource } from '../data-source.js';
import type { CertificationTaskModel } from '../mapping.js';

type Event = CertificationTaskModel | null | Error;

export const Subscription: SubscriptionResolvers = {
  certificationTaskProgress: {
    subscribe: (_root, { taskId, certificationId }, { dataSources }) =>
      follow(dataSources.task, checkedId('taskId', taskId), optionalId('certificationId', certificationId)),
    resolve: (event: Event) => {
      if (event instanceof Error) throw event;
      return event;
    },
  },
};

/** What fails is the last event, an error of the field, as in a query: transports would break off on what a stream throws. */
function follow(tasks: TaskDataSource, taskId: string, certificationId: string | null): AsyncIterableIterator<Event> {
  return eventStream(async function* (signal) {
    try {
      yield* tasks.watch(taskId, certificationId, signal);
    } catch (error) {
      yield error instanceof Error ? error : new Error('a task could not be followed', { cause: error });
    }
  });
}
