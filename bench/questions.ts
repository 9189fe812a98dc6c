/** What the bench asks one of its processes, and is answered, over the channel that Node opens for a forked one. */
export interface Question {
  readonly id: number;
  readonly name: string;
  readonly about?: unknown;
}

export interface Reply {
  readonly id: number;
  readonly result: unknown;
}

/** By name. Each says what it is asked about: the bench asks accordingly. */
export type Answerers = Readonly<Record<string, (about: never) => unknown>>;

/** Questions with other names are somebody else's. The channel alone keeps no process alive. */
export function answerQuestions(answerers: Answerers): void {
  process.on('message', ({ id, name, about }: Question) => {
    const answer = answerers[name];
    if (answer !== undefined) void Promise.resolve(answer(about as never)).then((result) => process.send?.({ id, result } satisfies Reply));
  });
  process.channel?.unref();
}
