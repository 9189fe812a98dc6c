import { describe, test } from '@jest/globals';
import { chromium, type Browser } from 'playwright-core';
import { findOnPath, isExecutable } from '../support/on-path.js';

const executablePath = isExecutable('/usr/bin/chromium') ? '/usr/bin/chromium' : findOnPath(['chromium', 'google-chrome']);

/** `describe` where there is a browser, else skipped, and seen to be; with REQUIRE_BROWSER=1 a failure instead. */
export function describeInBrowser(name: string, suite: () => void): void {
  if (executablePath !== null) describe(name, suite);
  else if (process.env['REQUIRE_BROWSER'] === '1') test(`${name}: REQUIRE_BROWSER=1`, failForWantOfBrowser);
  else describe.skip(`${name} (no chromium or google-chrome on PATH)`, suite);
}

/** A fresh profile that asks nobody for updates. */
export async function launchBrowser(): Promise<Browser> {
  if (executablePath === null) failForWantOfBrowser();
  return chromium.launch({
    executablePath,
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  });
}

function failForWantOfBrowser(): never {
  throw new Error('There is no chromium or google-chrome on PATH');
}
