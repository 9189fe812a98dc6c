import type { NextFunction, Request, Response } from 'express';
import { sendError } from './http-error.js';
import { Refusal } from './refusal.js';

export type Method = 'GET' | 'HEAD' | 'POST';

/** For pages and answers that are only read. */
export const readOnly: readonly Method[] = ['GET', 'HEAD'];

export function allowMethods(methods: readonly Method[]) {
  const refusal = new Refusal({ status: 405, code: 'BAD_USER_INPUT', message: `This address takes ${methods.join(' and ')}.` });
  return (request: Request, response: Response, next: NextFunction): void => {
    if (methods.some((method) => method === request.method)) {
      next();
      return;
    }
    response.set('Allow', methods.join(', '));
    sendError(request, response, refusal);
  };
}
