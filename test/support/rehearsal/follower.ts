import { createClient, type Client } from 'graphql-ws';
import { WebSocket, type CloseEvent, type ErrorEvent } from 'ws';
import type { Balancer } from './balancer.js';
import type { Tally } from './tally.js';

export interface FollowerParts {
  readonly balancer: Balancer;
  readonly tally: Tally;
  readonly token: string;
  readonly taskId: string;
}

interface Progress {
  readonly certificationTaskProgress: { readonly id: string; readonly status: string } | null;
}

const query = 'subscription Progress($taskId: ID!) { certificationTaskProgress(taskId: $taskId) { id status } }';
const order = ['QUEUED', 'IN_PROGRESS', 'SUCCESS'];
const goingAway = 1001;

/**
 * Follows a task over WebSocket to its success, through whichever gateways it takes, with graphql-ws' own client. One
 * request in the tally: failed when it ends otherwise, when a connection ends otherwise than by 1001 or is refused
 * otherwise than by a 503, and when an event is about something else, or older than what came before.
 */
export async function followToEnd(parts: FollowerParts): Promise<void> {
  const sent = parts.tally.send('subscription');
  const follower = new Follower(parts);
  const problem = await follower.run();
  if (problem === null) sent.answered(follower.gateway);
  else sent.failed(follower.gateway, `subscription: ${problem}`);
}

class Follower {
  readonly #parts: FollowerParts;
  readonly #client: Client;
  #gateway = '';
  #isConnected = false;
  #status = 'QUEUED';
  #problem: string | null = null;

  constructor(parts: FollowerParts) {
    this.#parts = parts;
    this.#client = createClient({
      url: () => this.#address(),
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${parts.token}` },
      retryAttempts: Infinity,
      retryWait: () => parts.balancer.nextLook(),
      // Also when a connection is refused, as by a gateway that has begun to stop since the balancer looked.
      shouldRetry: () => true,
      on: {
        connected: () => void (this.#isConnected = true),
        error: (event) => this.#refused((event as ErrorEvent).message),
        closed: (event) => this.#closed((event as CloseEvent).code),
      },
    });
  }

  /** The last one that it was led to. */
  get gateway(): string {
    return this.#gateway;
  }

  /** Why it has failed; null when the task has ended and all was as it should be. */
  async run(): Promise<string | null> {
    const { taskId } = this.#parts;
    try {
      for await (const { data, errors } of this.#client.iterate<Progress>({ query, variables: { taskId } })) {
        const task = data?.certificationTaskProgress;
        if (errors !== undefined) this.#problem ??= errors.map(({ message }) => message).join();
        else if (task?.id !== taskId || order.indexOf(task.status) < order.indexOf(this.#status)) this.#problem ??= `after ${this.#status} came ${JSON.stringify(task)}`;
        else this.#status = task.status;
      }
      if (this.#status !== 'SUCCESS') this.#problem ??= `ended as ${this.#status}`;
    } catch (error) {
      this.#problem ??= `broken off: ${String(error)}`;
    } finally {
      await this.#client.dispose();
    }
    return this.#problem;
  }

  async #address(): Promise<string> {
    const { seat, done } = await this.#parts.balancer.pick();
    // A connection of the client's own, which the balancer does not hold.
    done();
    this.#gateway = seat.name;
    return `${seat.origin.replace('http', 'ws')}/graphql`;
  }

  #refused(message: string): void {
    if (!message.endsWith(': 503')) this.#problem ??= message;
  }

  #closed(code: number): void {
    if (!this.#isConnected || this.#status === 'SUCCESS') return;
    this.#isConnected = false;
    this.#parts.tally.countReconnection();
    if (code !== goingAway) this.#problem ??= `closed with ${code}`;
  }
}
