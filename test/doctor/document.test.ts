import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { examineWith, startStandIn } from './support.js';

test('docs/doctor.md shows the report that the sandbox’s reviewer gets', async () => {
  const upstream = await startStandIn();
  try {
    const { markdown } = await examineWith(upstream.origin, upstream.persona('reviewer').token);
    const document = readFileSync(new URL('../../docs/doctor.md', import.meta.url), 'utf8');
    expect(/```markdown\n([^]*?)```\n/.exec(document)?.[1]).toBe(markdown);
  } finally {
    await upstream.stop();
  }
});
