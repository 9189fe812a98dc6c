import type { Frame, Owner } from './frames.js';
import { escaped } from './svg.js';

const width = 1200;
const rowHeight = 17;
const headHeight = 66;
const narrowest = 2;
const characterWidth = 6.2;
const colours: Readonly<Record<Owner, string>> = {
  gateway: '#8ec2f5',
  got: '#f3b27a',
  GraphQL: '#e3a5d8',
  Redis: '#f0928c',
  garbage: '#b9b9c2',
  'other packages': '#c9d98b',
  Node: '#e4e6ea',
};

/** A flame graph as the text of an SVG file: each frame is as wide as its share, on top of what has called it. */
export function flameGraph(title: string, root: Frame): string {
  const boxes: string[] = [];
  const depth = place(root, { x: 0, width, level: 0 }, root.totalMicroseconds, boxes);
  const height = headHeight + depth * rowHeight + 10;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">`,
    '<style>text{font:11px system-ui,sans-serif;fill:#24292f}.title{font-size:15px;font-weight:600}rect{stroke:#fff;stroke-width:.6}</style>',
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="12" y="24" class="title">${escaped(title)}</text>`,
    ...legend(),
    `<g transform="translate(0 ${height - 10})">`,
    ...boxes,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

interface Place {
  readonly x: number;
  readonly width: number;
  readonly level: number;
}

/** Draws a frame and what it calls. Returns how many rows that takes. */
function place(frame: Frame, { x, width: boxWidth, level }: Place, all: number, boxes: string[]): number {
  const y = -(level + 1) * rowHeight;
  const share = `${((100 * frame.totalMicroseconds) / all).toFixed(1)} %`;
  boxes.push(
    `<g><title>${escaped(`${frame.name}: ${share}`)}</title>`,
    `<rect x="${x.toFixed(1)}" y="${y}" width="${boxWidth.toFixed(1)}" height="${rowHeight}" fill="${colours[frame.owner]}"/>`,
    ...label(frame.name, x, y, boxWidth),
    '</g>',
  );
  let rows = level + 1;
  let calleeX = x;
  for (const callee of [...frame.callees.values()].sort((one, other) => other.totalMicroseconds - one.totalMicroseconds)) {
    const calleeWidth = (callee.totalMicroseconds / all) * width;
    if (calleeWidth >= narrowest) rows = Math.max(rows, place(callee, { x: calleeX, width: calleeWidth, level: level + 1 }, all, boxes));
    calleeX += calleeWidth;
  }
  return rows;
}

function label(name: string, x: number, y: number, boxWidth: number): string[] {
  const fits = Math.floor((boxWidth - 6) / characterWidth);
  if (fits < 3) return [];
  const shown = name.length <= fits ? name : `${name.slice(0, fits - 1)}…`;
  return [`<text x="${(x + 3).toFixed(1)}" y="${y + 12}">${escaped(shown)}</text>`];
}

function legend(): string[] {
  return Object.entries(colours).flatMap(([owner, colour], index) => [
    `<rect x="${12 + index * 120}" y="38" width="12" height="12" fill="${colour}"/>`,
    `<text x="${30 + index * 120}" y="48">${owner}</text>`,
  ]);
}
