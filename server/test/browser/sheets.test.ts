import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeId } from '../../src/kernel/global-id.ts';
import { gid } from '../world.ts';
import { enterAs, findingsOn } from './assembly-sights.ts';
import { looks } from './axe.ts';
import { openChromium, type SignIn } from './chromium.ts';
import { buildStreet, type Street } from './street.ts';

/** Somebody else who keeps the assembly. */
async function secondPerson({ world, votingId }: Street): Promise<SignIn> {
  const person = await world.person('Проверялова');
  await world.role(person, 'ASSEMBLY_ADMINISTRATOR', { assembly: decodeId('Assembly', votingId) });
  await world.token(person);
  const { rows } = await world.sql.query<{ login: string }>('select login from account where person_id = $1', [person]);
  return { login: rows[0]?.login ?? '', password: 'a long enough password' };
}

/** The number under the code of a ballot printed for whoever owns the premises. */
async function printFor({ app, world, votingId }: Street, premises: string): Promise<string> {
  const operator = await world.person('Печатникова');
  await world.role(operator, 'PLATFORM_ADMINISTRATOR');
  const { rows } = await world.sql.query<{ person: string }>(
    `select h.person_id as person from ownership o join ownership_holder h on h.ownership_id = o.id
       join premises p on p.id = o.premises_id where p.number = $1`,
    [premises],
  );
  const input = { assemblyId: votingId, ownerId: gid.person(rows[0]?.person ?? ''), idempotencyKey: 'print-for-one' };
  const answer = await app.ask<{ printBallots: { userErrors: readonly object[] } }>(
    await world.token(operator),
    'mutation ($input: PrintBallotsInput!) { printBallots(input: $input) { userErrors { code } } }',
    { input },
  );
  expect(answer.printBallots.userErrors).toEqual([]);
  const printed = await world.sql.query<{ number: string }>('select printed_number as number from printed_ballot');
  return printed.rows[0]?.number ?? '';
}

describe('sheets of paper in the console', () => {
  let street: Street;
  let browser: Browser;
  let second: SignIn;
  let number: string;
  const paper = () => `/assemblies/${street.votingId}/paper`;
  /** One key an item, and the date; nothing but the keyboard. */
  const answer = async (page: Page): Promise<void> => {
    await page.locator('fieldset:first-of-type input:focus').waitFor();
    await page.keyboard.press('1');
    await page.keyboard.press('a');
    await page.locator('button.save:focus').waitFor();
    await page.keyboard.press('Enter');
  };
  beforeAll(async () => {
    [street, browser] = await Promise.all([buildStreet({ fourEyes: true }), openChromium()]);
    second = await secondPerson(street);
    number = await printFor(street, '2');
  });
  afterAll(async () => {
    await browser.close();
    await street.close();
  });

  test(
    'one is taken in by its number, entered, confirmed blind by another and counted',
    { timeout: 60_000 },
    async () => {
      const first = await enterAs(browser, street, paper());
      await first.getByLabel('Номер под кодом').fill(number.toLowerCase());
      await first.keyboard.press('Enter');
      await first.getByText(`Принят лист ${number}.`).waitFor();
      await first.getByRole('button', { name: 'Ввести · 1' }).press('Enter');
      await answer(first);
      await first.getByText('Введено. Подтверждает второй человек.').waitFor();
      await first.getByRole('button', { name: 'Подтвердить · 1' }).press('Enter');
      await first.getByText('Листов для вас здесь нет.').waitFor();

      const other = await enterAs(browser, { ...street, keeper: second }, paper());
      await other.getByRole('button', { name: 'Подтвердить · 1' }).press('Enter');
      await other.getByRole('heading', { name: number }).waitFor();
      expect(await other.locator('form.desk input:checked').count()).toBe(0);
      await answer(other);
      await other.getByText('Учтено: действительно').waitFor();
      await other.getByRole('button', { name: 'Подтвердить · 0' }).waitFor();
      await other.goto(`/assemblies/${street.votingId}`);
      await expect.poll(async () => other.locator('.turnout-figure').innerText()).toContain('66,67 %');
      await Promise.all([first.context().close(), other.context().close()]);
    },
  );

  test('the owners of the chosen premises are offered first, for a form without a number', async () => {
    const page = await enterAs(browser, street, paper());
    await page.getByRole('button', { name: 'Принять лист' }).click();
    await page.getByText('Принят бланк без номера.').waitFor();
    await page.getByLabel('Помещение').fill('3');
    await page.locator('.found button', { hasText: '3' }).click();
    await page
      .getByRole('group', { name: 'Собственники этого помещения' })
      .getByRole('button', { name: 'Вера' })
      .click();
    expect(await page.locator('.picked', { hasText: 'Собственник на листе' }).innerText()).toContain('Вера');
    await page.context().close();
  });

  test.each(looks)('axe finds nothing: $theme, $locale, $width px', { timeout: 120_000 }, async (look) => {
    const sights = [[paper(), 'form.desk fieldset']] as const;
    expect(await findingsOn(browser, street, sights, look)).toEqual([]);
  });
});
