import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findingsOf, looks } from './axe.ts';
import { freshContext, openChromium, signInByKeyboard } from './chromium.ts';
import { buildStreet, type Street } from './street.ts';

describe('axe finds nothing', () => {
  let street: Street;
  let browser: Browser;
  beforeAll(async () => {
    [street, browser] = await Promise.all([buildStreet(), openChromium()]);
  });
  afterAll(async () => {
    await browser.close();
    await street.close();
  });

  test.each(looks)('on any page: $theme, $locale, $width px', { timeout: 180_000 }, async (look) => {
    const context = await freshContext(browser, street.app.url, look);
    const page = await context.newPage();
    const found: string[] = [];
    await page.goto('/sign-in');
    await page.locator('input[name=login]:focus').waitFor();
    found.push(...(await findingsOf(page)));
    await page.goto('/invitation#anything');
    await page.locator('input[name=repeated]').waitFor();
    found.push(...(await findingsOf(page)));
    await page.goto('/assemblies');
    await signInByKeyboard(page, street.keeper);
    await page.locator('tbody').waitFor();
    found.push(...(await findingsOf(page)));
    const sights = [
      ['/assemblies?text=nothing', '.empty'],
      [`/assemblies/${street.draftId}`, '.timeline'],
      [`/assemblies/${street.votingId}`, '.turnout'],
      [`/assemblies/${street.closedId}`, '.item-head .chip'],
      ['/no/such/page', '.empty'],
    ] as const;
    for (const [path, sign] of sights) {
      await page.goto(path);
      await page.locator(sign).first().waitFor();
      found.push(...(await findingsOf(page)));
    }
    if (look.width < 1000) {
      await page.locator('.top-bar button[aria-expanded]').click();
      await page.locator('.rail-content').waitFor({ state: 'visible' });
      found.push(...(await findingsOf(page)));
    }
    await context.close();
    expect(found).toEqual([]);
  });
});
