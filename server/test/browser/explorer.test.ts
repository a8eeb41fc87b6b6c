import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshContext, openChromium, signInByKeyboard } from './chromium.ts';
import { buildStreet, type Street } from './street.ts';

describe('the explorer', () => {
  let street: Street;
  let browser: Browser;
  beforeAll(async () => {
    [street, browser] = await Promise.all([buildStreet(), openChromium()]);
  });
  afterAll(async () => {
    await browser.close();
    await street.close();
  });

  test('runs a query and a subscription with the session, and asks no other place for anything', async () => {
    const context = await freshContext(browser, street.app.url, { locale: 'en' });
    const page = await context.newPage();
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== street.app.url) elsewhere.push(request.url());
    });
    await page.goto('/sign-in?next=/explorer');
    await signInByKeyboard(page, street.keeper);
    await page.waitForURL('**/explorer');
    const editor = page.locator('.query-editor__input .cm-content, app-query-editor .cm-content').first();
    const ask = async (text: string): Promise<void> => {
      await editor.click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(text);
      await page.keyboard.press('ControlOrMeta+Enter');
    };
    const answer = page.locator('app-query-result');
    await ask(`query { assembly(id: "${street.closedId}") { title } }`);
    await answer.getByText('Годовое собрание').first().waitFor();
    await ask(`subscription { countChanged(assemblyId: "${street.votingId}") { assembly { turnout { ballots } } } }`);
    await answer.getByText('"ballots": 1').first().waitFor();
    await street.vote();
    await answer.getByText('"ballots": 2').first().waitFor();
    expect(elsewhere).toEqual([]);
    await context.close();
  });
});
