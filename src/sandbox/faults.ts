import type { Headers } from './errors.js';
import type { RecordedRequest } from './recorded-request.js';

/** What goes wrong, and for which requests: those that match everything given. */
export interface Fault {
  operation?: string | RegExp;
  path?: RegExp;
  when?: (request: RecordedRequest) => boolean;
  /** How often it strikes; always, if not given. */
  times?: number;

  /** Waits, then goes on with whatever else is asked for here. */
  latencyMs?: number;
  /** Never answers. */
  hang?: true;
  /** Ends the connection without doing anything. */
  reset?: true;
  /** Does what was asked for, then ends the connection without an answer. */
  lost?: true;
  /** Answers this instead; an object as JSON, a text as HTML. */
  status?: number;
  body?: unknown;
  /** Answers an error page, 503 if no status is given. */
  html?: true;
  /** Sends the headers and half the body of the usual answer. */
  cut?: true;
  /** Sends a JSON array of more than so many bytes. */
  huge?: number;
  /** Changes the JSON of a successful answer. */
  rewrite?: (json: unknown) => unknown;
  /** Added to whatever is answered; replaces headers of the same name. */
  headers?: Headers;
}

export interface FaultBox {
  /** Returns a function that takes the fault away again. */
  readonly inject: (fault: Fault) => () => void;
  /** The first fault, if any, that strikes on arrival; it counts as having struck. */
  readonly takeOnArrival: (request: RecordedRequest) => Fault | null;
  /** The same for faults that change an answer, to be asked only when there is one to change. */
  readonly takeRewriting: (request: RecordedRequest) => Fault | null;
}

export function createFaultBox(): FaultBox {
  const active: { fault: Fault; left: number }[] = [];

  function take(request: RecordedRequest, isWanted: (fault: Fault) => boolean): Fault | null {
    const entry = active.find(({ fault, left }) => left > 0 && isWanted(fault) && matches(fault, request));
    if (entry === undefined) return null;
    entry.left -= 1;
    return entry.fault;
  }

  return {
    inject(fault) {
      const entry = { fault, left: fault.times ?? Infinity };
      active.push(entry);
      return () => {
        const index = active.indexOf(entry);
        if (index >= 0) active.splice(index, 1);
      };
    },
    takeOnArrival: (request) => take(request, (fault) => fault.rewrite === undefined),
    takeRewriting: (request) => take(request, (fault) => fault.rewrite !== undefined),
  };
}

function matches({ operation, path, when }: Fault, request: RecordedRequest): boolean {
  return (
    (operation === undefined || (request.operation !== null && isNamed(operation, request.operation))) &&
    (path === undefined || path.test(request.path)) &&
    (when === undefined || when(request))
  );
}

function isNamed(wanted: string | RegExp, operation: string): boolean {
  return typeof wanted === 'string' ? wanted === operation : wanted.test(operation);
}
