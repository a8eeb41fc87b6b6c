import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser, WebSocketRoute } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { enterAs, findingsOn } from './assembly-sights.ts';
import { looks } from './axe.ts';
import { openChromium } from './chromium.ts';
import { buildStreet, type Street } from './street.ts';

/** A program of its own, which knows nothing but the address, a token and what to vote. */
const voter = `
  const { url, token, input } = JSON.parse(process.env.VOTE);
  const query = 'mutation ($input: CastBallotInput!) { castBallot(input: $input) { submission { id } userErrors { code } } }';
  const answer = await fetch(url + '/graphql', { method: 'POST', body: JSON.stringify({ query, variables: { input } }),
    headers: { 'content-type': 'application/json', authorization: 'Bearer ' + token } });
  process.stdout.write(JSON.stringify((await answer.json()).data.castBallot.userErrors));`;

async function voteElsewhere({ app, nextVote }: Street): Promise<void> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', voter], {
    env: { ...process.env, VOTE: JSON.stringify({ url: app.url, ...nextVote }) },
  });
  expect(stdout).toBe('[]');
}

describe('the board of an assembly', () => {
  let browser: Browser;
  let street: Street;
  beforeAll(async () => {
    browser = await openChromium();
  });
  beforeEach(async () => {
    street = await buildStreet();
    return async () => street.close();
  });
  afterAll(async () => browser.close());

  test.each([
    ['ru', '27,15 м² ≈ 1 квартира', '66,67 % всех голосов дома', 'Пом. 3 Вера Тест', '1 новое'],
    ['en', '27.15 m² ≈ 1 flat', '66.67 % of all votes of the house', 'No. 3 Вера Тест', '1 new'],
  ] as const)(
    'moves in %s when another program votes, and never under the hand',
    async (locale, short, after, row, news) => {
      const page = await enterAs(browser, street, `/assemblies/${street.votingId}`, { locale });
      await page.locator('.turnout', { hasText: short }).waitFor();
      await page.locator('.silent li', { hasText: row }).waitFor();
      const feed = page.locator('.feed ul');
      await expect.poll(async () => feed.locator('li').count()).toBe(1);
      const typed = page.locator('.chat textarea');
      await typed.fill('Недописанное');
      const places = async () =>
        Promise.all(['.feed', '.silent', '.chat', '.curve'].map(async (one) => page.locator(one).boundingBox()));
      await page.locator('.curve canvas').waitFor();
      const before = await places();
      // What stands side by side ends together: at 1280 no column leaves a gap beside the other.
      const ends = async (one: string): Promise<number> => {
        const box = await page.locator(one).boundingBox();
        return Math.round((box?.y ?? 0) + (box?.height ?? 0));
      };
      expect(await ends('.feed')).toBe(await ends('.board .count'));
      expect(await ends('.silent')).toBe(await ends('.curve'));
      expect(await ends('.chat')).toBe(await ends('.timeline'));
      // Whoever reads with the keyboard is as little disturbed as whoever points.
      if (locale === 'ru') await feed.hover();
      else await feed.focus();
      await voteElsewhere(street);
      await expect.poll(async () => page.locator('.turnout-figure').innerText()).toBe(after);
      await page.getByRole('button', { name: news }).waitFor();
      expect(await feed.locator('li').count()).toBe(1);
      expect(await typed.inputValue()).toBe('Недописанное');
      expect((await places()).map((place) => [place?.x, place?.width, place?.height])).toEqual(
        before.map((place) => [place?.x, place?.width, place?.height]),
      );
      await page.getByRole('button', { name: news }).click();
      await feed.locator('li', { hasText: row }).waitFor();
      await page.context().close();
    },
  );

  test('says when the connection is lost, and catches up when it is back', async () => {
    const page = await enterAs(browser, street, '/assemblies');
    const open: WebSocketRoute[] = [];
    let isCut = false;
    await page.routeWebSocket(/\/graphql$/, (socket) => {
      if (isCut) void socket.close({ code: 1012 });
      else {
        socket.connectToServer();
        open.push(socket);
      }
    });
    await page.goto(`/assemblies/${street.votingId}`);
    await page.locator('.feed li', { hasText: 'Пом. 1' }).waitFor();
    isCut = true;
    for (const socket of open) await socket.close({ code: 1012 });
    await page.getByText('Связь потеряна').waitFor();
    await voteElsewhere(street);
    isCut = false;
    await expect
      .poll(async () => page.locator('.turnout-figure').innerText(), { timeout: 20_000 })
      .toContain('66,67 %');
    await page.getByText('Связь потеряна').waitFor({ state: 'hidden' });
    await page.locator('.feed li', { hasText: 'Пом. 3' }).waitFor();
    expect(await page.locator('.feed li').count()).toBe(2);

    // An internal error of the server, and a server that goes away: the page comes back from both.
    for (const code of [1011, 1001]) {
      const before = open.length;
      await open.at(-1)?.close({ code });
      await page.getByText('Связь потеряна').waitFor();
      await expect.poll(() => open.length, { timeout: 20_000 }).toBe(before + 1);
      await page.getByText('Связь потеряна').waitFor({ state: 'hidden' });
    }
    expect(await page.locator('.feed li').count()).toBe(2);

    // The server itself closes the socket of a session that is over: there is nothing to come back to, but to sign in.
    const before = open.length;
    await page.request.post(`${street.app.url}/graphql`, {
      data: { query: 'mutation { signOut { userErrors { code } } }' },
    });
    await page.waitForURL(`**/sign-in?**${street.votingId}`);
    await page.getByRole('heading', { name: 'Вход' }).waitFor();
    expect(open.length).toBe(before);
    await page.context().close();
  });

  test('has a chat: written, edited, hidden with a reason and restored, with the keyboard', async () => {
    const page = await enterAs(browser, street, `/assemblies/${street.votingId}`);
    const chat = page.locator('.chat');
    await chat.locator('textarea').fill('Приём бумаг завтра с десяти');
    await chat.locator('textarea').press('Enter');
    const line = chat.locator('li', { hasText: 'Приём бумаг завтра с десяти' });
    await line.waitFor();
    await expect.poll(async () => chat.locator('form textarea').inputValue()).toBe('');
    await line.getByRole('button', { name: 'Изменить' }).press('Enter');
    await chat.locator('li textarea').fill('Приём бумаг завтра с девяти');
    await chat.getByRole('button', { name: 'Сохранить' }).press('Enter');
    const edited = chat.locator('li', { hasText: 'Приём бумаг завтра с девяти' });
    await edited.getByText('изменено').waitFor();
    await edited.getByRole('button', { name: 'Скрыть' }).press('Enter');
    await page.locator('textarea[name=hide-reason]').fill('время ещё не решено');
    await page.locator('.dialog').getByRole('button', { name: 'Скрыть' }).press('Enter');
    await edited.getByText('Скрыто: время ещё не решено').waitFor();
    await edited.getByRole('button', { name: 'Вернуть' }).press('Enter');
    await expect.poll(async () => edited.getByText('Скрыто').count()).toBe(0);
    const isSlow = page.waitForResponse((answer) => answer.request().postData()?.includes('SetChatSlowMode') === true);
    await chat.locator('select[name=slow-mode]').selectOption('30');
    await isSlow;
    await page.reload();
    await expect.poll(async () => chat.locator('select[name=slow-mode]').inputValue(), { timeout: 20_000 }).toBe('30');
    // Whoever signs out by hand leaves no page behind to come back to.
    await page.getByRole('button', { name: 'Выйти' }).click();
    await page.getByRole('heading', { name: 'Вход' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    await page.context().close();
  });

  test('tells the curve in numbers, and who has not voted by weight and by the stairs', async () => {
    const page = await enterAs(browser, street, `/assemblies/${street.votingId}`);
    await page.locator('.curve canvas').waitFor();
    await page.locator('.curve summary').click();
    expect(await page.locator('.curve tbody tr').last().innerText()).toContain('прогноз');
    await page.locator('.silent a').click();
    await page.getByRole('status').filter({ hasText: '1–2 из 2' }).waitFor();
    await page.locator('select[name=sort]').selectOption('ENTRANCE');
    await expect.poll(() => new URL(page.url()).search).toBe('?sort=ENTRANCE');
    await page.context().close();
  });

  test('leads to the ballots, which say what became of them and keep their answers sealed', async () => {
    const page = await enterAs(browser, street, `/assemblies/${street.votingId}/ballots?state=COUNTED`);
    await page.getByRole('link', { name: 'Пом. 1' }).click();
    await page.getByText('Учитывается: решение подано электронно, пока шло голосование').waitFor();
    await page.getByText('электронные ответы не видит никто').waitFor();
    expect(await page.getByText('За', { exact: true }).count()).toBe(0);
    const found = page.url();
    const receipt = (await page.locator('dd', { hasText: /^[\dA-Z]{4}(-[\dA-Z]{4}){3}$/ }).innerText()).trim();
    await page.goBack();
    await page.getByRole('searchbox').fill(receipt);
    await expect.poll(() => new URL(page.url()).searchParams.get('text')).toBe(receipt);
    await page.getByRole('status').filter({ hasText: '1–1 из 1' }).waitFor();
    await page.keyboard.press('ControlOrMeta+k');
    await page.locator('.command input').fill(receipt.toLowerCase().replaceAll('-', ' '));
    await page.getByRole('option', { name: receipt }).click();
    await page.waitForURL(found);
    await page.context().close();
  });

  test('takes a form that nobody printed, and one person enters it where four eyes are off', async () => {
    const page = await enterAs(browser, street, `/assemblies/${street.votingId}/paper/intake`);
    await page.getByRole('button', { name: 'Бланк без номера' }).click();
    await page.getByText('Принят бланк без номера.').waitFor();
    await page.getByRole('link', { name: /^Ввод/ }).click();
    await page.getByLabel('Помещение').fill('2');
    await page.locator('.found button', { hasText: '2' }).click();
    const owners = page.getByRole('group', { name: 'Собственники этого помещения' });
    await owners.getByRole('button', { name: 'Борис' }).click();
    for (const box of await page.getByRole('checkbox', { name: 'За', exact: true }).all()) await box.check();
    const done = page.getByRole('button', { name: 'Готово, следующий лист' });
    await done.click();
    // A paper without a date is rare: whoever means it says so twice.
    await page.getByRole('alert').getByText('Так и есть?').waitFor();
    await done.click();
    await page.getByText('Решение внесено. Учтено: действительно').waitFor();
    await expect.poll(async () => page.locator('p.panel').innerText()).toBe('Листов, которые ждут ввода, нет.');
    await page.context().close();
  });

  test.each(looks)('axe finds nothing on its pages: $theme, $locale, $width px', { timeout: 180_000 }, async (look) => {
    const at = `/assemblies/${street.votingId}`;
    const sights = [
      [at, '.curve canvas'],
      [`${at}/ballots`, 'tbody'],
      [`${at}/ballots?state=REJECTED`, '.empty'],
      [`${at}/silent`, 'tbody'],
      [`${at}/proxies`, '.empty'],
      [`${at}/roll`, '.empty'],
      ['/assemblies/none/ballots', '.refusal'],
    ] as const;
    expect(await findingsOn(browser, street, sights, look)).toEqual([]);
  });
});
