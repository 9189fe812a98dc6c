import { ask, askInTurn, askWithoutEnd } from '../load.js';
import type { Findings, Picture, Table } from '../report/findings.js';
import { flameGraph } from '../report/flame-graph.js';
import { framesOf, sharesOf, type Frame } from '../report/frames.js';
import type { Stage } from '../stage.js';
import { certificationsWithReviewers } from './operation.js';

/** Where the CPU goes: of the gateway alone, without Redis, cold and hot. Says nothing in a quick run, which is for counts. */
export async function profile(stage: Stage): Promise<Findings> {
  if (stage.isQuick) return { findings: [], tables: [], pictures: [] };
  const upstream = await stage.upstream();
  const gateway = await stage.gateway(`${upstream.origin}/v2025`);
  const cold = async (requests: number) => {
    const tokens = await upstream.tokens({ count: requests, like: 'administrator' });
    await askInTurn(gateway.origin, tokens.map((token) => certificationsWithReviewers(50, token)));
  };
  await cold(80);
  const coldFrames = framesOf(await gateway.profileDuring(() => cold(150)));
  const question = certificationsWithReviewers(50, await upstream.token());
  for (let turn = 0; turn < 2; turn += 1) await ask(gateway.origin, question);
  const hot = (forMs: number) => askWithoutEnd(gateway.origin, question, { connections: 16, forMs });
  await hot(1500);
  const hotFrames = framesOf(await gateway.profileDuring(() => hot(4000)));
  return {
    findings: [],
    tables: [sharesTable(coldFrames, hotFrames)],
    pictures: [pictureOf('cold', coldFrames), pictureOf('hot', hotFrames)],
  };
}

function pictureOf(name: string, frames: Frame): Picture {
  const title = `50 certifications with reviewers, ${name}: where the gateway’s CPU goes`;
  return { file: `performance-flame-${name}`, title, svg: flameGraph(title, frames) };
}

function sharesTable(cold: Frame, hot: Frame): Table {
  const shares = [cold, hot].map((frames) => new Map(sharesOf(frames).map(({ owner, share }) => [owner, share])));
  const owners = [...new Set(shares.flatMap((each) => [...each.keys()]))];
  return {
    title: 'Where the gateway’s CPU goes',
    note: 'Of the main thread, each without what it calls; what V8 does on its other threads is not in it.',
    head: ['', 'cold', 'hot'],
    rows: owners.map((owner) => [owner, ...shares.map((each) => `${(100 * (each.get(owner) ?? 0)).toFixed(0)} %`)]),
  };
}
