import type { Browser, Page } from 'playwright-core';
import { findingsOf, type looks } from './axe.ts';
import { freshContext, signInByKeyboard, type Looks } from './chromium.ts';
import type { Street } from './street.ts';

/** Opens a page of the console as whoever keeps the assemblies of the street. */
export async function enterAs(browser: Browser, street: Street, path: string, looks: Looks = {}): Promise<Page> {
  const context = await freshContext(browser, street.app.url, { locale: 'ru', ...looks });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(path);
  await signInByKeyboard(page, street.keeper);
  await page.locator('#content h1').first().waitFor();
  return page;
}

/** What axe finds on these pages in each of the looks, and which of them is wider than its window. */
export async function findingsOn(
  browser: Browser,
  street: Street,
  sights: readonly (readonly [path: string, sign: string])[],
  look: (typeof looks)[number],
): Promise<string[]> {
  const page = await enterAs(browser, street, '/assemblies', look);
  const found: string[] = [];
  for (const [path, sign] of sights) {
    await page.goto(path);
    await page.locator(sign).first().waitFor();
    found.push(...(await findingsOf(page)));
  }
  await page.context().close();
  return found;
}
