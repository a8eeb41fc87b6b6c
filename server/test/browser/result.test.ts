import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterAs, findingsOn } from './assembly-sights.ts';
import { looks } from './axe.ts';
import { openChromium } from './chromium.ts';
import { buildStreet, type Street } from './street.ts';

describe('the result of an assembly', () => {
  let street: Street;
  let browser: Browser;
  beforeAll(async () => {
    [street, browser] = await Promise.all([buildStreet(), openChromium()]);
  });
  afterAll(async () => {
    await browser.close();
    await street.close();
  });

  test.each([
    [
      'ru',
      'Итог: Годовое собрание',
      'Решение принято',
      'ЖК РФ, ст. 44 ч. 2 п. 2',
      '«За» — 108,60 голоса. Нужно не меньше 108,60: это 2/3 всех голосов дома (162,90).',
      'Точно: 543/5 при пороге 2/3 × 1629/10 = 543/5, не меньше',
    ],
    [
      'en',
      'Result: Годовое собрание',
      'Adopted',
      'ст. 44 ч. 2 п. 2',
      'For: 108.60 votes. At least 108.60 are needed: 2/3 of all votes of the house (162.90).',
      'Exactly: 543/5 against 2/3 × 1629/10 = 543/5, at least',
    ],
  ] as const)(
    'in %s shows each verdict with its exact fraction and its article',
    async (locale, title, verdict, law, plain, clause) => {
      const page = await enterAs(browser, street, `/assemblies/${street.closedId}`, { locale });
      await page.locator('.actions a').first().click();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      const items = page.locator('article.item');
      expect(await items.locator('.head .chip').allInnerTexts()).toEqual([verdict, verdict]);
      const second = await items.nth(1).innerText();
      expect(second).toContain(law);
      expect(second).toContain(plain);
      expect(second).toContain(clause);
      expect(second).toContain('543/5');
      await page.context().close();
    },
  );

  test('is printed without the rail and its buttons', async () => {
    const page = await enterAs(browser, street, `/assemblies/${street.closedId}/result`, { theme: 'dark' });
    await page.locator('article.item').first().waitFor();
    expect(await page.locator('.rail-content').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.rail-content').isVisible()).toBe(false);
    expect(await page.locator('.no-print').filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('article.item').first().isVisible()).toBe(true);
    // Where stillness is asked for, a colour still takes a hundredth of a millisecond to change.
    await expect
      .poll(async () => page.evaluate('getComputedStyle(document.querySelector("article.item")).color'))
      .toBe('rgb(0, 0, 0)');
    await page.context().close();
  });

  test('is not there before the end, and says so', async () => {
    const page = await enterAs(browser, street, `/assemblies/${street.votingId}/result`);
    await page.getByText('Итога пока нет').waitFor();
    expect(await page.locator('article.item').count()).toBe(0);
    await page.context().close();
  });

  test.each(looks)('axe finds nothing: $theme, $locale, $width px', { timeout: 120_000 }, async (look) => {
    const sights = [
      [`/assemblies/${street.closedId}/result`, 'article.item'],
      [`/assemblies/${street.votingId}/result`, '.empty'],
    ] as const;
    expect(await findingsOn(browser, street, sights, look)).toEqual([]);
  });
});
