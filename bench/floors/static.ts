import { createServer } from 'node:http';
import { announce } from '../listening.js';

const bytes = Buffer.from(process.env['BENCH_ANSWER'] ?? '', 'base64');

// Whatever is asked: the least that an HTTP server can do for an answer of this size.
announce(
  createServer((request, response) => {
    request.resume();
    request.once('end', () => {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length });
      response.end(bytes);
    });
  }),
);
