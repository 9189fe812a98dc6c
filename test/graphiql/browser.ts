import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe } from '@jest/globals';
import { chromium, type Browser } from 'playwright-core';

const executablePath = findChromium();

/** Skips, and says why, where there is no Chromium; with REQUIRE_BROWSER=1 the tests run and fail. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (executablePath !== undefined || process.env['REQUIRE_BROWSER'] === '1') describe(name, tests);
  else describe.skip(`${name} (skipped: no chromium or google-chrome found)`, tests);
}

/** A fresh profile that asks nobody for updates. */
export async function launchBrowser(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('REQUIRE_BROWSER=1, but no chromium or google-chrome was found');
  return chromium.launch({
    executablePath,
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  });
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
