import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Message } from './protobuf.js';

type Attribute = string | number | boolean | readonly Attribute[] | null;

export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  /** Empty: it has none. */
  readonly parentSpanId: string;
  readonly traceState: string;
  readonly name: string;
  readonly kind: 'internal' | 'server' | 'client';
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly events: readonly { readonly name: string; readonly attributes: Readonly<Record<string, Attribute>> }[];
  readonly hasFailed: boolean;
  readonly startNanos: number;
  readonly endNanos: number;
}

export interface Collector {
  /** For OTEL_EXPORTER_OTLP_ENDPOINT. */
  readonly origin: string;
  readonly spans: readonly ReceivedSpan[];
  readonly resources: readonly Readonly<Record<string, Attribute>>[];
  /** All bytes as they came, to look for what must not be among them. */
  readonly raw: () => string;
  stop(): Promise<void>;
}

/** Receives traces by OTLP over HTTP, in protobuf, as collectors do: opentelemetry/proto/collector/trace/v1. */
export async function startCollector(): Promise<Collector> {
  const spans: ReceivedSpan[] = [];
  const resources: Record<string, Attribute>[] = [];
  const bodies: Buffer[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const isTraces = request.method === 'POST' && request.url === '/v1/traces' && request.headers['content-type'] === 'application/x-protobuf';
      if (!isTraces) return void response.writeHead(400).end();
      const body = Buffer.concat(chunks);
      bodies.push(body);
      for (const resourceSpans of new Message(body).messages(1)) {
        resources.push(...resourceSpans.messages(1).map((resource) => attributesOf(resource, 1)));
        spans.push(...resourceSpans.messages(2).flatMap((scopeSpans) => scopeSpans.messages(2).map(spanOf)));
      }
      response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    resources,
    raw: () => bodies.map((body) => body.toString('latin1')).join('\n'),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const kinds: Readonly<Record<number, ReceivedSpan['kind']>> = { 1: 'internal', 2: 'server', 3: 'client' };

function spanOf(span: Message): ReceivedSpan {
  return {
    traceId: span.hex(1),
    spanId: span.hex(2),
    traceState: span.text(3),
    parentSpanId: span.hex(4),
    name: span.text(5),
    kind: kinds[span.number(6)] ?? 'internal',
    startNanos: span.number(7),
    endNanos: span.number(8),
    attributes: attributesOf(span, 9),
    events: span.messages(11).map((event) => ({ name: event.text(2), attributes: attributesOf(event, 3) })),
    hasFailed: span.messages(15)[0]?.number(3) === 2,
  };
}

function attributesOf(message: Message, field: number): Record<string, Attribute> {
  return Object.fromEntries(message.messages(field).map((pair) => [pair.text(1), pair.messages(2).map(valueOf)[0] ?? null]));
}

function valueOf(value: Message): Attribute {
  if (value.has(1)) return value.text(1);
  if (value.has(2)) return value.number(2) === 1;
  if (value.has(3)) return value.number(3);
  if (value.has(4)) return value.double(4);
  return value.messages(5).flatMap((list) => list.messages(1).map(valueOf));
}
