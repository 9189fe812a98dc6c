import { Agent } from 'node:http';
import got from 'got';
import { serveByHand } from './hand-made.js';

const apiUrl = process.env['SAILPOINT_API_URL'] ?? '';

// The gateway's options: sockets that are kept, fifty at most, no retry of got's own.
const client = got.extend({
  agent: { http: new Agent({ keepAlive: true, maxSockets: 50 }) },
  timeout: { request: 10_000 },
  retry: { limit: 0 },
  followRedirect: false,
});

serveByHand((path, authorization) => client.get(apiUrl + path, { headers: { authorization, accept: 'application/json' } }).json());
