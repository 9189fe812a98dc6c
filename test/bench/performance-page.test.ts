import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const page = readFileSync(new URL('../../docs/performance.md', import.meta.url), 'utf8');

test('docs/performance.md shows what one whole run has measured, and nothing after it', () => {
  expect(page.match(/^## .+$/gm)).toEqual(['## What is compared', '## How it is measured', '## Where the time goes', '## Targets', '## Figures']);
  expect(page).toMatch(/^Measured on \d{4}-\d\d-\d\d by `npm run bench -- --write`: \d+ cores \(.+\), \d+ GiB, Node [\d.]+; load average/m);
});

test('every chart of docs/performance.md is there, and is an image', () => {
  const charts = [...page.matchAll(/!\[.+\]\((images\/performance-[a-z-]+\.svg)\)/g)].map(([, file = '']) => file);
  expect(charts).toHaveLength(4);
  for (const file of charts) {
    const path = new URL(`../../docs/${file}`, import.meta.url);
    expect([file, existsSync(path)]).toEqual([file, true]);
    expect(readFileSync(path, 'utf8')).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^]+<\/svg>\n$/);
  }
});
