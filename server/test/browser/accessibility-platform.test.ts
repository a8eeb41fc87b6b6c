import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gid } from '../world.ts';
import { findingsOf, looks } from './axe.ts';
import { freshContext, openChromium, signInByKeyboard, type SignIn } from './chromium.ts';
import { platformAdministrator } from './platform-administrator.ts';
import { buildStreet, type Street } from './street.ts';

describe('axe finds nothing on the pages of the platform', () => {
  let street: Street;
  let browser: Browser;
  let administrator: SignIn & { readonly person: string };
  beforeAll(async () => {
    [street, browser] = await Promise.all([buildStreet(), openChromium()]);
    administrator = await platformAdministrator(street);
  });
  afterAll(async () => {
    await browser.close();
    await street.close();
  });

  test.each(looks)('$theme, $locale, $width px', { timeout: 180_000 }, async (look) => {
    const context = await freshContext(browser, street.app.url, look);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const found: string[] = [];
    await page.goto('/people');
    await signInByKeyboard(page, administrator);
    await page.locator('tbody').waitFor();
    const sights = [
      ['/people', 'tbody'],
      ['/people?text=nobody', '.empty'],
      [`/people/${gid.person(administrator.person)}`, '.facts'],
      ['/accounts', 'tbody'],
      ['/roles', 'tbody'],
      ['/organisations', 'tbody'],
      ['/journal', 'tbody'],
      ['/tokens', '.empty'],
      ['/settings', 'form'],
    ] as const;
    for (const [path, sign] of sights) {
      await page.goto(path);
      await page.locator(sign).first().waitFor();
      found.push(...(await findingsOf(page)));
    }
    // With everything open that covers a page.
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('listbox').waitFor();
    found.push(...(await findingsOf(page)));
    for (const path of ['/people', '/accounts', '/roles', '/organisations', '/tokens']) {
      await page.goto(path);
      await page.locator('.actions button').first().click();
      await page.getByRole('dialog').locator('form').waitFor();
      found.push(...(await findingsOf(page)));
    }
    await page.goto('/roles');
    await page.locator('.small-tools button').first().click();
    await page.locator('.views').waitFor();
    found.push(...(await findingsOf(page)));
    await page.keyboard.press('Escape');
    await page.locator('tbody input[type=checkbox]').first().check();
    await page.locator('.bulk button').first().click();
    await page.getByRole('dialog').locator('li').first().waitFor();
    found.push(...(await findingsOf(page)));
    await context.close();
    expect(found).toEqual([]);
  });
});
