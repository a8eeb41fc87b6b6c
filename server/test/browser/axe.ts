import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Every page is looked at in both themes, both languages and both widths; not in each of the eight ways. */
export const looks = [
  { theme: 'light', locale: 'ru', width: 1280 },
  { theme: 'dark', locale: 'en', width: 390 },
] as const;

/** What axe finds on the page as it stands, and whether it is wider than its window. */
export async function findingsOf(page: Page): Promise<string[]> {
  // There are no frames of other origins here; without them it need not open a page of its own each time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const isWider = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  return [
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${page.url()} ${id}: ${target.join(' ')}`)),
    ...(isWider === true ? [`${page.url()} is wider than its window`] : []),
  ];
}
