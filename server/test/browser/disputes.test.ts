import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeId } from '../../src/kernel/global-id.ts';
import { enterAs, findingsOn } from './assembly-sights.ts';
import { looks } from './axe.ts';
import { openChromium } from './chromium.ts';
import { buildStreet, type Street } from './street.ts';

/** The owner of the first ballot of an assembly says that it is not theirs. */
async function dispute({ app, world }: Street, title: string): Promise<string> {
  const { rows } = await world.sql.query<{ id: string; owner_id: string }>(
    'select b.id, b.owner_id from ballot b join assembly a on a.id = b.assembly_id where a.title = $1 order by b.id limit 1',
    [title],
  );
  const [ballot] = rows;
  if (!ballot) throw new Error('nobody voted');
  const ballotId = encodeId('Ballot', ballot.id);
  const answer = await app.ask<{ openDispute: { userErrors: readonly object[] } }>(
    await world.token(ballot.owner_id),
    'mutation ($input: OpenDisputeInput!) { openDispute(input: $input) { userErrors { code } } }',
    { input: { ballotId, statement: 'Меня не было в городе, и я никому не давала доверенности.' } },
  );
  expect(answer.openDispute.userErrors).toEqual([]);
  return ballotId;
}

describe('disputes in the console', () => {
  let street: Street;
  let browser: Browser;
  let ballotId: string;
  beforeAll(async () => {
    [street, browser] = await Promise.all([buildStreet(), openChromium()]);
    ballotId = await dispute(street, 'Ремонт кровли');
    await dispute(street, 'Годовое собрание');
  });
  afterAll(async () => {
    await browser.close();
    await street.close();
  });

  test.each(looks)('axe finds nothing: $theme, $locale, $width px', { timeout: 120_000 }, async (look) => {
    const sights = [
      [`/assemblies/${street.votingId}/disputes`, 'tbody tr, .card'],
      [`/assemblies/${street.votingId}/ballots/${ballotId}`, '.dispute'],
      [`/assemblies/${street.closedId}/result`, '.recount'],
    ] as const;
    expect(await findingsOn(browser, street, sights, look)).toEqual([]);
  });

  test('are listed, opened, and answered with a reason', { timeout: 60_000 }, async () => {
    const page = await enterAs(browser, street, `/assemblies/${street.votingId}/disputes`);
    await page.locator('tbody a').first().click();
    await page.getByRole('heading', { name: '«Не моё решение»' }).waitFor();
    await page.getByRole('button', { name: 'Отклонить' }).click();
    await page.getByLabel('Почему это решение собственника').fill('Вход выполнен с телефона собственника');
    await page.getByLabel('На чём основано').fill('Журнал входов за 12 мая');
    await page.getByRole('dialog').getByRole('button', { name: 'Отклонить' }).click();
    await page.getByText('Вход выполнен с телефона собственника').waitFor();
    expect(await page.locator('.dispute .chip').innerText()).toBe('Отклонено');
    await page.goto(`/assemblies/${street.closedId}/result`);
    await page.getByRole('heading', { name: 'Пересчёт без оспоренных решений' }).waitFor();
    expect(await page.locator('.recount').innerText()).toContain('Без них кворума нет.');
    await page.context().close();
  });
});
