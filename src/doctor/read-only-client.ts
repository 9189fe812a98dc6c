import type { HttpAnswer, HttpRequest } from '../upstream/http.js';
import type { CallFacts, RetryingClient } from '../upstream/retrying-client.js';

/**
 * The doctor's only way to a tenant: every call of it leaves here, and none but a GET does. What came back is shown to
 * `onAnswer` as it came, repeated calls' last answer only.
 */
export class ReadOnlyClient {
  readonly #client: Pick<RetryingClient, 'send'>;
  readonly #onAnswer: (answer: HttpAnswer) => void;

  constructor(client: Pick<RetryingClient, 'send'>, onAnswer: (answer: HttpAnswer) => void) {
    this.#client = client;
    this.#onAnswer = onAnswer;
  }

  /** As `RetryingClient.send`. Throws RangeError for anything that might change something; it is not sent. */
  async send(request: HttpRequest, facts: CallFacts): Promise<HttpAnswer> {
    if (request.method !== 'GET' || request.body !== undefined) throw new RangeError('the doctor only reads');
    const answer = await this.#client.send(request, facts);
    this.#onAnswer(answer);
    return answer;
  }
}
