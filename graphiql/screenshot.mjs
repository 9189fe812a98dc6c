// The README's picture, of a sandbox that is running: node graphiql/screenshot.mjs http://127.0.0.1:4000
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
await page.screenshot({ path: fileURLToPath(new URL('../docs/images/graphiql.png', import.meta.url)) });
await browser.close();
