// The README's pictures, of a sandbox that has just been started: node graphiql/screenshot.mjs http://127.0.0.1:4000
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const [origin = 'http://127.0.0.1:4000'] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
await page.goto(`${origin}/graphiql`);
await page.locator('.graphiql-query-editor').getByText('ReviewerInbox').waitFor();
await page.getByLabel('Persona').selectOption('reviewer');
await page.getByRole('button', { name: 'MyCampaigns', exact: true }).click();
await page.locator('.graphiql-query-editor').getByText('MyCampaigns').waitFor();
await page.getByRole('button', { name: /Execute query/ }).click();
await page.locator('.result-window').getByText('"totalCount"').waitFor();
await picture(page, 'graphiql');
// High enough for all rows.
await page.setViewportSize({ width: 1280, height: 1340 });
await page.getByLabel('Persona').selectOption('administrator');
await page.getByRole('button', { name: 'Dashboard', exact: true }).click();
await page.locator('.graphiql-query-editor').getByText('Dashboard').waitFor();
await page.getByRole('button', { name: /Execute query/ }).click();
const meter = page.getByRole('region', { name: 'Call meter' });
await meter.getByRole('button').click();
await meter.locator('table').waitFor();
await picture(meter, 'call-meter');
await browser.close();

function picture(part, name) {
  return part.screenshot({ path: fileURLToPath(new URL(`../docs/images/${name}.png`, import.meta.url)) });
}
