import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../harness.ts';
import { freshContext, openChromium } from './chromium.ts';

let app: TestApp;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), openChromium()]);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** Whoever comes by a telephone in a stairwell waits for nothing that the first page does not need. */
const mostKilobytes = 250;

test('the first page brings at most 250 KB of script', async () => {
  const context = await freshContext(browser, app.url);
  const page = await context.newPage();
  const scripts = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    if (/\.m?js$/.test(new URL(response.url()).pathname)) scripts.set(response.url(), response.body());
  });
  await page.goto('/sign-in');
  await page.locator('input[name=login]:focus').waitFor();
  const bodies = await Promise.all(scripts.values());
  const kilobytes = bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length / 1024, 0);
  expect(bodies.length).toBeGreaterThan(0);
  expect(kilobytes).toBeGreaterThan(50);
  expect(kilobytes).toBeLessThanOrEqual(mostKilobytes);
  await context.close();
});
