import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
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

async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${page.url()} ${id}: ${target.join(' ')}`));
}

/** What axe finds on these pages in both themes, and whether any of them is wider than a phone. */
export async function findingsOn(
  browser: Browser,
  street: Street,
  sights: readonly (readonly [path: string, sign: string])[],
  locale: 'ru' | 'en',
): Promise<string[]> {
  const found: string[] = [];
  for (const [theme, width] of [
    ['light', 1280],
    ['dark', 390],
    ['dark', 1280],
  ] as const) {
    const page = await enterAs(browser, street, '/assemblies', { theme, width, locale });
    for (const [path, sign] of sights) {
      await page.goto(path);
      await page.locator(sign).first().waitFor();
      found.push(...(await axeFindings(page)));
      if (!(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')))
        found.push(`${path} is too wide`);
    }
    await page.context().close();
  }
  return found;
}
