import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeId } from '../../src/kernel/global-id.ts';
import { enterAs, findingsOn } from './assembly-sights.ts';
import { findingsOf, looks } from './axe.ts';
import { openChromium, type SignIn } from './chromium.ts';
import { buildStreet, type Street } from './street.ts';

/** A paper with its scan, entered in the name of an owner who has not voted. */
async function paperOf({ app, world, votingId, keeper }: Street, name: string): Promise<SignIn & { ballotId: string }> {
  const { rows } = await world.sql.query<{ person: string; premises: string; login: string; keeper: string }>(
    `select p.id as person, o.premises_id as premises, c.login, (select k.person_id from account k where k.login = $2) as keeper
       from person p join account c on c.person_id = p.id join ownership_holder h on h.person_id = p.id
       join ownership o on o.id = h.ownership_id where p.family_name = $1`,
    [name, keeper.login],
  );
  const [owner] = rows;
  if (!owner) throw new Error(`nobody is called ${name}`);
  const token = await world.token(owner.keeper);
  const scan = await sharp({ create: { width: 420, height: 594, channels: 3, background: '#fdfdf8' } })
    .jpeg()
    .toBuffer();
  const uploaded = await fetch(`${app.url}/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'x-file-name': 'scan.jpg' },
    body: new Uint8Array(scan),
  });
  const { id: scanFileId } = (await uploaded.json()) as { id: string };
  const change = async (mutation: string, type: string, input: object) =>
    app.ask<Record<string, { sheet: { id: string; ballots: { id: string }[] } }>>(
      token,
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { sheet { id ballots { id } } userErrors { code } } }`,
      { input },
    );
  const { assembly } = await app.ask<{ assembly: { agenda: { id: string }[] } }>(
    token,
    'query ($id: ID!) { assembly(id: $id) { agenda { id } } }',
    { id: votingId },
  );
  const taking = { assemblyId: votingId, scanFileId, idempotencyKey: 'take-it-in' };
  const taken = await change('takeInSheet', 'TakeInSheetInput', taking);
  const entered = await change('enterSheet', 'EnterSheetInput', {
    sheetId: taken['takeInSheet']?.sheet.id,
    ownerId: encodeId('Person', owner.person),
    premisesIds: [encodeId('Premises', owner.premises)],
    votes: assembly.agenda.map(({ id }) => ({ agendaItemId: id, marks: ['FOR'] })),
    idempotencyKey: 'enter-it-now',
  });
  const ballotId = entered['enterSheet']?.sheet.ballots[0]?.id ?? '';
  return { login: owner.login, password: 'a long enough password', ballotId };
}

describe('what an owner sees of their ballots', () => {
  let street: Street;
  let browser: Browser;
  let boris: SignIn & { ballotId: string };
  const asBoris = (): Street => ({ ...street, keeper: boris });
  beforeAll(async () => {
    [street, browser] = await Promise.all([buildStreet(), openChromium()]);
    boris = await paperOf(street, 'Борис');
  });
  afterAll(async () => {
    await browser.close();
    await street.close();
  });

  test('axe finds nothing in the dark, in English, on a telephone', { timeout: 60_000 }, async () => {
    const sights = [
      [`/my-ballots/${boris.ballotId}`, '.scans img'],
      ['/messages', 'tbody tr, .card'],
    ] as const;
    expect(await findingsOn(browser, asBoris(), sights, looks[1])).toEqual([]);
  });

  const contest = async (page: Page): Promise<void> => {
    await page.getByRole('link', { name: 'Сообщения' }).click();
    await page.getByRole('link', { name: 'От вашего имени учтено решение' }).first().click();
    await page.getByText('Учитывается: бюллетень передан в срок').waitFor();
    expect(await page.locator('.trail li strong').allInnerTexts()).toEqual(['Хранителева Тест', 'Хранителева Тест']);
    await page.locator('.scans img').scrollIntoViewIfNeeded();
    const width = async () => page.evaluate<number>("document.querySelector('.scans img').naturalWidth");
    await expect.poll(width, { timeout: 20_000 }).toBe(420);
    expect(await findingsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Не моё решение' }).click();
    await page.getByLabel('Что произошло').fill('Я не подписывал этот бюллетень.');
    await page.getByRole('button', { name: 'Дальше' }).click();
    await page.getByRole('button', { name: 'Отправить возражение' }).click();
    await page.getByText('Администратор ещё не ответил').waitFor();
  };
  const uphold = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Признать и исключить' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('На чём основано').fill('Подпись не совпала с образцом');
    const act = { name: 'Акт сверки.txt', mimeType: 'text/plain', buffer: Buffer.from('подписи разные') };
    await dialog.locator('input[type=file]').setInputFiles(act);
    await dialog.getByText('Акт сверки.txt').waitFor();
    await dialog.getByRole('button', { name: 'Признать и исключить' }).click();
    await page.getByRole('link', { name: 'Акт сверки.txt' }).waitFor();
  };
  const vote = async (page: Page): Promise<void> => {
    await page.getByRole('link', { name: 'Голосовать: Ремонт кровли' }).click();
    const items = page.locator('fieldset:has(input[value=FOR])');
    await items.first().waitFor();
    expect(await page.locator('input[type=radio]:checked').count()).toBe(0);
    await page.getByRole('button', { name: 'Проверить ответы' }).click();
    await page.getByText('Выберите один ответ.').waitFor();
    await page.getByText('Сообщение о собрании').click();
    await page.getByRole('heading', { name: /Сообщение о проведении/ }).waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await items.nth(0).getByLabel('Против').check();
    await items.nth(1).getByLabel('Воздержался').check();
    await page.getByRole('button', { name: 'Проверить ответы' }).click();
    expect(await page.locator('.confirm dd').allInnerTexts()).toEqual(['Против', 'Воздержался']);
    await page.getByRole('button', { name: 'Подать решение' }).click();
    await page.getByRole('heading', { name: 'Решение принято' }).waitFor();
  };

  test('an owner contests a paper in their name, is answered with a file, and votes', { timeout: 60_000 }, async () => {
    const page = await enterAs(browser, asBoris(), '/my-ballots');
    await page.locator('.rail-count').getByText('2', { exact: true }).waitFor();
    await contest(page);
    const staff = await enterAs(browser, street, `/assemblies/${street.votingId}/ballots/${boris.ballotId}`);
    await uphold(staff);
    await staff.context().close();
    await page.reload();
    await page.getByText('Больше не учитывается: ваше возражение признано').waitFor();
    const file = await page.getByRole('link', { name: 'Акт сверки.txt' }).getAttribute('href');
    expect(await (await page.request.get(file ?? '')).text()).toBe('подписи разные');
    await page.getByRole('link', { name: 'Мои голоса' }).first().click();
    await vote(page);
    // That they opened the notice is on record for the proof of notification.
    const { rows } = await street.world.sql.query('select through_app from notice_sight');
    expect(rows).toEqual([{ through_app: false }]);
    const receipt = (await page.locator('.receipt code').innerText()).trim();
    await page.locator('.receipt').getByRole('link', { name: 'Мои голоса' }).click();
    await page
      .locator('tbody tr', { hasText: 'Ремонт кровли' })
      .filter({ hasText: 'электронно' })
      .getByRole('link')
      .click();
    await page.getByText('Учитывается: решение подано электронно').waitFor();
    await page.getByText(receipt).waitFor();
    expect(await page.locator('.answers dd').allInnerTexts()).toEqual(['Против', 'Воздержался']);
    await page.context().close();
  });
});
