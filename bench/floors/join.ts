import { serveByHand } from './hand-made.js';

const apiUrl = process.env['SAILPOINT_API_URL'] ?? '';

// Node's own fetch, which is undici: undici itself is no dependency of the project.
serveByHand(async (path, authorization) => {
  const response = await fetch(apiUrl + path, { headers: { authorization, accept: 'application/json' } });
  if (!response.ok) throw new Error(`the upstream answered ${response.status}`);
  return response.json();
});
