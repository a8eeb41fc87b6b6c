import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** Every page is looked at in both themes, both languages and both widths; not in each of the eight ways. */
export const looks = [
  { theme: 'light', locale: 'ru', width: 1280 },
  { theme: 'dark', locale: 'en', width: 390 },
] as const;

/** What axe finds on the page as it stands, and whether it is wider than its window. */
export async function findingsOf(page: Page): Promise<string[]> {
  await page.evaluate(`${axe.source}; 0`);
  const violations = await page.evaluate<AxeResults['violations']>(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  const isWider = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  return [
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${page.url()} ${id}: ${target.join(' ')}`)),
    ...(isWider === true ? [`${page.url()} is wider than its window`] : []),
  ];
}
