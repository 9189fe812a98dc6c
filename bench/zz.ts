import { build } from './build.js';
import { openStage } from './stage.js';
import { askInTurn } from './load.js';
import { certificationsWithReviewers } from './rows/operation.js';
const b = build(); const stage = openStage(b, false);
try {
  const up = await stage.upstream(); const url = `${up.origin}/v2025`;
  const env = { NODE_OPTIONS: '--import=/tmp/mem.mjs' };
  for (const [name, server] of [['gateway', await stage.gateway(url, env)], ['gw semi 4', await stage.gateway(url, { NODE_OPTIONS: '--import=/tmp/mem.mjs --max-semi-space-size=4' })], ['gw arena2', await stage.gateway(url, { ...env, MALLOC_ARENA_MAX: '1' })], ['got', await stage.server('bench/floors/got-join.js', { SAILPOINT_API_URL: url, ...env })], ['join', await stage.server('bench/floors/join.js', { SAILPOINT_API_URL: url, ...env })], ['peer', await stage.server('bench/peer/main.js', { SAILPOINT_API_URL: url, ...env })]] as const) {
    const ts = await up.tokens({ count: 120, like: 'administrator' }); const b4 = await server.usage(); await askInTurn(server.origin, ts.map((t) => certificationsWithReviewers(50, t)));
    const u = await server.usage();
    console.log(name, 'peak', u.peakRssMiB.toFixed(0), 'cpu', ((u.cpuMs - b4.cpuMs) / 120).toFixed(1), JSON.stringify(await server.ask('detail')), JSON.stringify(await server.memory()));
  }
} finally { await stage.close(); b.remove(); }
