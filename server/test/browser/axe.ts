import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds on the page as it stands, and whether it is wider than its window. */
export async function findingsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const isWider = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  return [
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${page.url()} ${id}: ${target.join(' ')}`)),
    ...(isWider === true ? [`${page.url()} is wider than its window`] : []),
  ];
}
