import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findingsOf, looks } from './axe.ts';
import { freshContext, openChromium, signInByKeyboard } from './chromium.ts';
import { buildRegisteredHouse, type RegisteredHouse } from './registered-house.ts';

const table = ['Квартира;Площадь;Собственник;Доля', '1;54,30;Берёзкина Анна;1', '2;0;Елкин Иван;1'].join('\r\n');

describe('axe finds nothing on the pages of the register', () => {
  let house: RegisteredHouse;
  let browser: Browser;
  beforeAll(async () => {
    [house, browser] = await Promise.all([buildRegisteredHouse(), openChromium()]);
  });
  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  /** The wizard, step by step, as far as the rehearsal. */
  async function findingsOfImport(page: Page): Promise<string[]> {
    await page.goto(`/imports/new?house=${house.emptyId}`);
    const input = page.locator('input[type=file]:enabled');
    await input.waitFor({ state: 'attached' });
    const found = await findingsOf(page);
    await input.setInputFiles({ name: 'register.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await page.locator('select[name=column-1]').waitFor();
    await page.locator('summary').first().click();
    found.push(...(await findingsOf(page)));
    await page.locator('.foot button').click();
    await page.locator('.errors tbody').waitFor();
    return [...found, ...(await findingsOf(page))];
  }

  test.each(looks)('$theme, $locale, $width px', { timeout: 180_000 }, async (look) => {
    const context = await freshContext(browser, house.app.url, look);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto('/houses');
    await signInByKeyboard(page, house.keeper);
    await page.locator('tbody').waitFor();
    const found = await findingsOfImport(page);
    const sights = [
      ['/', '.waiting-line'],
      ['/houses', 'tbody'],
      ['/imports', 'tbody'],
      [`/houses/${house.houseId}`, '.entrance'],
      [`/houses/${house.houseId}/list`, 'tbody'],
      [`/houses/${house.houseId}/shares`, '.shares li'],
      [`/houses/${house.emptyId}`, '.empty'],
      [`/houses/${house.houseId}/premises/${house.soldId}`, '.past'],
      [`/houses/${house.houseId}/premises/${house.childsId}`, '.guardians li'],
      ['/imports/IM_AAAAAAAAAAAAAAAAAAAAAA', 'h1'],
    ] as const;
    for (const [path, sign] of sights) {
      await page.goto(path);
      await page.locator(sign).first().waitFor();
      found.push(...(await findingsOf(page)));
    }
    const dialogs = [
      ['/houses', '.heading .actions button', 0],
      [`/houses/${house.houseId}`, '.known button', 0],
      [`/houses/${house.houseId}`, '.sight-line button', 0],
      [`/houses/${house.houseId}/premises/${house.soldId}`, '.heading .actions button', 1],
      [`/houses/${house.houseId}/premises/${house.soldId}`, '.heading .actions button', 2],
    ] as const;
    for (const [path, opener, at] of dialogs) {
      await page.goto(path);
      await page.locator(opener).nth(at).click();
      await page.getByRole('dialog').locator('form').waitFor();
      found.push(...(await findingsOf(page)));
    }
    await context.close();
    expect(found).toEqual([]);
  });
});
