import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, test } from '@jest/globals';
import { chromium, type Browser } from 'playwright-core';

const executablePath = findChromium();

/** `describe` where there is a browser, else skipped, and seen to be; with REQUIRE_BROWSER=1 a failure instead. */
export function describeInBrowser(name: string, suite: () => void): void {
  if (executablePath !== undefined) describe(name, suite);
  else if (process.env['REQUIRE_BROWSER'] === '1') test(`${name}: REQUIRE_BROWSER=1`, failForWantOfBrowser);
  else describe.skip(`${name} (no chromium or google-chrome on PATH)`, suite);
}

/** A fresh profile that asks nobody for updates. */
export async function launchBrowser(): Promise<Browser> {
  if (executablePath === undefined) failForWantOfBrowser();
  return chromium.launch({
    executablePath,
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  });
}

function failForWantOfBrowser(): never {
  throw new Error('There is no chromium or google-chrome on PATH');
}

function findChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = (name: string) => folders.map((folder) => join(folder, name));
  return ['/usr/bin/chromium', ...onPath('chromium'), ...onPath('google-chrome')].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
