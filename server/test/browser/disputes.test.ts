import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeId } from '../../src/kernel/global-id.ts';
import { enterAs, findingsOn } from './assembly-sights.ts';
import { looks } from './axe.ts';
import { openChromium, type SignIn } from './chromium.ts';
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

interface Paper {
  readonly ballotId: string;
  /** Whose it is. */
  readonly owner: SignIn;
}

/** The last owner of the house, on paper that one colleague of the keeper entered alone. */
async function enterPaper({ app, world, nextVote, votingId, keeper }: Street): Promise<Paper> {
  const colleague = await world.person('Помощникова');
  const { rows } = await world.sql.query<{ house: string; owner: string; premises: string }>(
    `select a.house_id as house, e.holder_ids[1] as owner, e.premises_id as premises from roll_entry e join assembly a on a.id = e.assembly_id
      where a.title = 'Ремонт кровли' and not exists (select from ballot b where b.roll_entry_id = e.id) order by e.id limit 1`,
  );
  const [entry] = rows;
  if (!entry) throw new Error('everybody voted');
  await world.role(colleague, 'ASSEMBLY_ADMINISTRATOR', { house: entry.house });
  const { votes } = nextVote.input as { votes: { agendaItemId: string }[] };
  const paper = {
    assemblyId: votingId,
    ownerId: encodeId('Person', entry.owner),
    premisesId: encodeId('Premises', entry.premises),
    handedOverAt: new Date(app.clock.now()).toISOString(),
    votes: votes.map(({ agendaItemId }) => ({ agendaItemId, marks: ['FOR'] })),
    idempotencyKey: 'paper-of-one',
  };
  const answer = await app.ask<{ enterPaperBallot: { submission: { ballots: { id: string }[] } | null } }>(
    await world.token(colleague),
    'mutation ($input: EnterPaperBallotInput!) { enterPaperBallot(input: $input) { submission { ballots { id } } } }',
    { input: paper },
  );
  const { rows: accounts } = await world.sql.query<{ login: string }>(
    'select login from account where person_id = $1',
    [entry.owner],
  );
  return {
    ballotId: answer.enterPaperBallot.submission?.ballots[0]?.id ?? '',
    owner: { ...keeper, login: accounts[0]?.login ?? '' },
  };
}

describe('disputes and defects in the console', () => {
  let street: Street;
  let browser: Browser;
  let ballotId: string;
  let paper: Paper;
  beforeAll(async () => {
    [street, browser] = await Promise.all([buildStreet(), openChromium()]);
    ballotId = await dispute(street, 'Ремонт кровли');
    await dispute(street, 'Годовое собрание');
    paper = await enterPaper(street);
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
      [`/assemblies/${street.votingId}/defects`, '.defect'],
      [`/assemblies/${street.votingId}/ballots/${paper.ballotId}`, '.defects'],
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

  test(
    'what hangs on defective paper is shown, repaired by somebody else than who entered it, or by its owner',
    { timeout: 60_000 },
    async () => {
      const page = await enterAs(browser, street, `/assemblies/${street.votingId}`);
      // Two of three flats took part, and one of the two on doubtful paper.
      await page.locator('.robust').getByText('Кворума не будет', { exact: true }).waitFor();
      await page.getByRole('link', { name: 'Что исправить' }).click();
      await page.locator('.defect').getByRole('button', { name: 'Устранить' }).first().click();
      const dialog = page.getByRole('dialog', { name: 'Время сдачи верное?' });
      await dialog.getByLabel('На чём основано').fill('Сверено с журналом приёма');
      await dialog.getByRole('button', { name: 'Подтвердить' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.goto(`/assemblies/${street.votingId}`);
      await page.locator('.robust').getByText('Кворума не будет', { exact: true }).waitFor();
      const own = await enterAs(browser, { ...street, keeper: paper.owner }, `/my-ballots/${paper.ballotId}`);
      await own.locator('.my-defects').waitFor();
      expect(await own.locator('.my-defects li').allInnerTexts()).toEqual(['Бланк ввёл один человек.']);
      await own.getByRole('button', { name: 'Подтвердить: решение моё' }).click();
      await own.locator('.my-defects').waitFor({ state: 'hidden' });
      await own.context().close();
      // The board that is open moves by itself.
      await page.locator('.robust').getByText('Решений с неустранёнными дефектами нет').waitFor();
      await page.getByRole('link', { name: 'Что исправить' }).click();
      await page.getByText('Дефектов нет').waitFor();
      await page.getByRole('button', { name: 'и устранённые' }).click();
      await page.locator('.defect').first().waitFor();
      expect(await page.locator('.defect').allInnerTexts()).toEqual([
        expect.stringContaining('Подтвердил второй человек'),
        expect.stringContaining('Подтвердил собственник'),
      ]);
      await page.context().close();
    },
  );
});
