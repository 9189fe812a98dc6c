import express, { type Request, type Response } from 'express';
import { parametersOfJson, type GraphqlParameters } from './graphql-parameters.js';
import { badRequest, Refusal } from './refusal.js';

export type BodyReader = (request: Request, response: Response) => Promise<GraphqlParameters | Refusal>;

const notJson = unsupported('Send the body as "Content-Type: application/json".');
const unknownEncoding = unsupported('The body has an encoding or character set that is not supported; send JSON in UTF-8.');
const notAsPromised = badRequest('The body is not the JSON that its headers promise.');

/** Reads JSON of so many bytes at the most, unpacked. */
export function bodyReader(mostBytes: number): BodyReader {
  const parse = express.json({ limit: mostBytes });
  const refusals: Readonly<Record<number, Refusal>> = {
    400: notAsPromised,
    413: new Refusal({
      status: 413,
      code: 'BAD_USER_INPUT',
      message: `The body has more than ${mostBytes} bytes.`,
      details: { measure: 'bodyBytes', limit: mostBytes },
    }),
    415: unknownEncoding,
  };
  return async (request, response) => {
    if (!request.is('application/json')) return notJson;
    const error = await new Promise<unknown>((resolve) => void parse(request, response, resolve));
    if (error === undefined) return parametersOfJson(request.body);
    return refusals[statusOf(error)] ?? notAsPromised;
  };
}

/** Express' parser tells by a status what is wrong; it does nothing but read what the client sends. */
function statusOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : NaN;
}

function unsupported(message: string): Refusal {
  return new Refusal({ status: 415, code: 'BAD_USER_INPUT', message });
}
