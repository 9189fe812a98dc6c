import type { Chart } from './findings.js';
import { escaped } from './svg.js';

const width = 720;
const labelWidth = 130;
const valueWidth = 80;
const barHeight = 18;
const groupHead = 30;
const titleHeight = 44;
const colours: Readonly<Record<string, string>> = {
  gateway: '#0b6bcb',
  'gateway, Redis': '#5aa5ec',
  'got join': '#8a8f98',
  join: '#b4b8bf',
  static: '#b4b8bf',
  peer: '#c9803a',
};

/** Horizontal bars as the text of an SVG file. Each group has a scale of its own: they differ by orders of magnitude. */
export function barChart({ title, unit, groups }: Chart): string {
  const parts: string[] = [text(16, 28, title, 'title')];
  let y = titleHeight;
  for (const { name, bars } of groups) {
    parts.push(text(16, y + 20, name, 'group'));
    y += groupHead;
    const most = Math.max(...bars.map(({ value }) => value));
    for (const { name: label, value } of bars) {
      const length = (value / most) * (width - labelWidth - valueWidth);
      parts.push(
        text(labelWidth - 8, y + 13, label, 'label'),
        `<rect x="${labelWidth}" y="${y}" width="${length.toFixed(1)}" height="${barHeight - 4}" fill="${colours[label] ?? '#8a8f98'}"/>`,
        text(labelWidth + length + 6, y + 12, `${value.toPrecision(3)} ${unit}`, 'value'),
      );
      y += barHeight;
    }
  }
  const height = y + 16;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">`,
    '<style>text{font:12px system-ui,sans-serif;fill:#24292f}.title{font-size:15px;font-weight:600}.group{font-weight:600}.label{text-anchor:end}</style>',
    `<rect width="${width}" height="${height}" rx="6" fill="#ffffff"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

function text(x: number, y: number, content: string, name: string): string {
  return `<text x="${x.toFixed(1)}" y="${y}" class="${name}">${escaped(content)}</text>`;
}
