import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gid } from '../world.ts';
import { findingsOf } from './axe.ts';
import { freshContext, openChromium, signInByKeyboard, type Looks, type SignIn } from './chromium.ts';
import { platformAdministrator } from './platform-administrator.ts';
import { buildStreet, type Street } from './street.ts';

describe('people, their rights, and what was done', () => {
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

  async function enter(path: string, looks: Looks = {}, who: SignIn = administrator): Promise<Page> {
    const context = await freshContext(browser, street.app.url, { locale: 'ru', ...looks });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(path);
    await signInByKeyboard(page, who);
    await page.locator('#content h1').waitFor();
    return page;
  }
  const count = async (page: Page, text: string): Promise<void> =>
    page.getByRole('status').filter({ hasText: text }).waitFor();
  async function exported(page: Page): Promise<string[]> {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Выгрузить в CSV то, что отобрано' }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    const lines = Buffer.concat(chunks).toString('utf8').split('\r\n');
    return lines.filter((line) => line !== '');
  }
  const titles = async (page: Page): Promise<string[]> => page.locator('tbody th a').allInnerTexts();

  test('enters a person, whose draft survives a reload, and invites them', async () => {
    const page = await enter('/people?invite=1');
    await page.getByRole('button', { name: 'Внести человека' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Фамилия').fill('Черновикова');
    // The dialog stands in the link, so it is open again.
    await page.reload();
    await expect.poll(async () => dialog.getByLabel('Фамилия').inputValue()).toBe('Черновикова');
    expect(await dialog.getByRole('button', { name: 'Внести', exact: true }).isDisabled()).toBe(true);
    await dialog.getByLabel('Имя', { exact: true }).fill('Дарья');
    await dialog.getByRole('button', { name: 'Внести', exact: true }).click();
    await page.getByRole('heading', { name: 'Черновикова Дарья' }).waitFor();
    await page.getByText('Внесено в реестр.').waitFor();
    // Only the name to sign in is missing, and one stands in its field.
    await page.locator('input:focus').and(page.getByLabel('Имя для входа или почта')).waitFor();
    await page.keyboard.type('darya');
    await page.keyboard.press('Enter');
    const ready = page.getByRole('status').filter({ hasText: 'Приглашение готово' });
    expect(await ready.locator('code').innerText()).toContain('/invitation#');
    await ready.getByText('Дальше он входит с именем «darya»').waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await page.context().close();
  });

  test('shows sealed details for a reason only, and says who looked', async () => {
    const person = gid.person(await street.world.person('Запечатанная'));
    const page = await enter(`/people/${person}`);
    await page.getByText('Никто не смотрел.').waitFor();
    await page.getByRole('button', { name: 'Показать данные' }).click();
    const dialog = page.getByRole('dialog');
    const look = dialog.getByRole('button', { name: 'Показать и записать' });
    await dialog.getByRole('button', { name: 'Телефоны' }).click();
    await dialog.getByLabel('Причина (не короче 5 знаков)').fill('звон');
    expect(await look.isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Звонок этого человека' }).click();
    await look.click();
    await page.getByText('Телефоны: Звонок этого человека').waitFor();
    await page.getByRole('button', { name: 'Скрыть' }).waitFor();
    await page.getByText('История').click();
    await page.getByRole('listitem').filter({ hasText: 'Просмотр личных данных' }).first().waitFor();
    await page.context().close();
  });

  test('overwrites nothing that somebody else corrected meanwhile', async () => {
    const uuid = await street.world.person('Двойникова');
    const page = await enter(`/people/${gid.person(uuid)}`, { locale: 'en' });
    await page.getByRole('button', { name: 'Correct' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Patronymic').fill('Петровна');
    await street.world.sql.query(`update person set patronymic = 'Ивановна', version = version + 1 where id = $1`, [
      uuid,
    ]);
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.getByText('This was changed while you were writing').waitFor();
    expect(await dialog.getByRole('row', { name: 'Patronymic' }).innerText()).toContain('Ивановна');
    await dialog.getByRole('button', { name: 'Save mine' }).click();
    await page.getByRole('heading', { name: 'Петровна' }).waitFor();
    await page.context().close();
  });

  test('keeps a view with its filter and columns, and exports exactly that', async () => {
    const page = await enter('/people');
    await page.getByRole('button', { name: 'Человек', exact: true }).click();
    await page.getByRole('button', { name: 'Столбцы' }).click();
    const [kept] = await Promise.all([
      page.waitForResponse((answer) => answer.request().postData()?.includes('KeepListColumns') === true),
      page.getByRole('checkbox', { name: 'ОГРН' }).click(),
    ]);
    await kept.finished();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Сохранённые виды' }).click();
    await page.getByLabel('Название вида').fill('Люди без ОГРН');
    await page.getByRole('button', { name: 'Сохранить вид' }).click();
    await page.getByRole('button', { name: 'Люди без ОГРН', exact: true }).waitFor();
    // A browser that remembers nothing of them shows the same columns to the same person.
    await page.evaluate(() => {
      for (const key of Object.keys(localStorage)) if (key.startsWith('veche.columns.')) localStorage.removeItem(key);
    });
    await page.goto('/people?sort=NEWEST');
    await page.getByRole('columnheader', { name: 'СНИЛС' }).waitFor();
    await expect.poll(async () => page.getByRole('columnheader', { name: 'ОГРН' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Сохранённые виды' }).click();
    await page.getByRole('button', { name: 'Люди без ОГРН', exact: true }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('kind')).toBe('PERSON');
    expect(new URL(page.url()).searchParams.get('columns')).toBe('name,kind,snils');
    await page.keyboard.press('Escape');
    const [heading, ...lines] = await exported(page);
    expect(heading).toBe('\uFEFFИмя или название;Кто это;СНИЛС');
    expect(lines).toContain('Анна Тест;Человек;');
    expect(lines).toHaveLength(Number((await page.locator('.pager [role=status]').innerText()).split(' из ')[1]));
    await page.context().close();
  });

  test('gives a role and takes several away, rehearsed, with an entry for each', async () => {
    const persons = await Promise.all(['Первая', 'Вторая'].map(async (name) => street.world.person(name)));
    for (const person of persons) await street.world.role(person, 'AUDITOR');
    const page = await enter('/roles?role=AUDITOR');
    await count(page, '1–2 из 2');
    await page.getByRole('button', { name: 'Выдать роль' }).click();
    const dialog = page.getByRole('dialog');
    const { rows } = await street.world.sql.query<{ login: string }>('select login from account where person_id = $1', [
      administrator.person,
    ]);
    await dialog.getByRole('combobox', { name: 'Кому' }).fill(rows[0]?.login ?? '');
    await dialog.getByRole('listbox').getByRole('option').first().click();
    await dialog.getByLabel('Роль').selectOption('AUDITOR');
    await dialog.getByRole('button', { name: 'Выдать', exact: true }).click();
    await count(page, '1–3 из 3');

    await page.getByLabel('Выбрать всё на странице').check();
    await page.getByRole('region').getByText('Выбраны 3 строки').waitFor();
    await page.getByRole('button', { name: 'Отозвать' }).click();
    await dialog.getByText('Можно сделать с 3 из 3. Пока ничего не изменилось.').waitFor();
    await dialog.getByRole('button', { name: 'Отозвать: 3' }).click();
    await dialog.getByText('Сделано с 3 из 3.').waitFor();
    await dialog.getByRole('button', { name: 'Закрыть' }).last().click();
    await page.goto('/roles?role=AUDITOR&force=YES');
    await page.getByText('Ничего не нашлось').waitFor();
    await page.goto('/journal?what=revokeRole');
    await count(page, '1–3 из 3');
    expect(await page.locator('tbody th').allInnerTexts()).toEqual(['Отзыв роли', 'Отзыв роли', 'Отзыв роли']);
    // The journal runs both ways, is searched by whatever is at hand, and exports what was found.
    const when = page.getByRole('columnheader', { name: 'Когда' });
    expect(await when.getAttribute('aria-sort')).toBe('descending');
    await page.goto('/journal');
    await page.getByLabel('Кто, команда, номер запроса или объекта').fill(`${rows[0]?.login ?? ''} role`);
    await count(page, '1–4 из 4');
    await when.getByRole('button').click();
    await expect.poll(async () => when.getAttribute('aria-sort')).toBe('ascending');
    await expect.poll(async () => page.locator('tbody th').first().innerText()).toBe('Выдача роли');
    const told = await exported(page);
    expect(told).toHaveLength(5);
    expect(told[1]).toMatch(/^Выдача роли;/);
    await page.context().close();
  });

  test('is refused to end its own power, and says why before anything is done', async () => {
    await street.world.sql.query(
      `update role_grant set revoked_at = now() where role = 'PLATFORM_ADMINISTRATOR' and account_id <>
         (select id from account where person_id = $1)`,
      [administrator.person],
    );
    const page = await enter('/roles?role=PLATFORM_ADMINISTRATOR&force=YES', { locale: 'en' });
    await page.getByLabel('Select the whole page').check();
    await page.getByRole('button', { name: 'Revoke' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Can be done to 0 of 1. Nothing has changed yet.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Revoke: 0' }).isDisabled()).toBe(true);
    await page.context().close();
  });

  test('makes a token that is shown once, and revokes it', async () => {
    const page = await enter('/tokens');
    await page.getByText('Токенов нет').waitFor();
    await page.getByRole('button', { name: 'Новый токен' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Для чего он').fill('табло');
    await dialog.getByRole('button', { name: 'видеть собрания' }).click();
    await dialog.getByRole('button', { name: 'Создать' }).click();
    expect(await dialog.locator('code').innerText()).toMatch(/^veche_pat_/);
    await dialog.getByRole('button', { name: 'Закрыть' }).last().click();
    await count(page, '1–1 из 1');
    expect(await page.locator('tbody').innerText()).not.toContain('veche_pat_');
    await page.getByLabel('Выбрать: табло').check();
    await page.getByRole('button', { name: 'Отозвать' }).click();
    await dialog.getByRole('button', { name: 'Отозвать: 1' }).click();
    await dialog.getByText('Сделано с 1 из 1.').waitFor();
    await dialog.getByRole('button', { name: 'Закрыть' }).last().click();
    await page.locator('tbody').getByText('Отозван', { exact: true }).waitFor();
    await page.context().close();
  });

  test('invites staff by a link that is shown once, and withdraws what nobody accepted', async () => {
    await enterPerson('Новенькая', 'Елена');
    const page = await enter('/accounts');
    await page.getByRole('button', { name: 'Пригласить сотрудника' }).click();
    const dialog = page.getByRole('dialog');
    const whom = dialog.getByRole('combobox', { name: 'Кого' });
    await whom.fill('Новенькая');
    await dialog.getByRole('listbox').getByRole('option').first().waitFor();
    await whom.press('Enter');
    await dialog.getByLabel('Имя для входа или почта').fill('elena');
    await dialog.getByLabel('Роль').selectOption('CALL_CENTRE_OPERATOR');
    await dialog.getByRole('button', { name: 'Пригласить', exact: true }).click();
    expect(await dialog.locator('code').innerText()).toContain('/invitation#');
    await dialog.getByText('«elena»').waitFor();
    await dialog.getByRole('button', { name: 'Закрыть' }).last().click();
    await page.goto('/accounts?state=INVITED');
    await expect.poll(async () => titles(page)).toContain('Новенькая Елена');
    await page.getByRole('checkbox', { name: 'Выбрать: Новенькая Елена' }).click();
    await page.getByRole('button', { name: 'Отозвать приглашение' }).click();
    await dialog.getByText('Можно сделать с 1 из 1').waitFor();
    await dialog.getByRole('button', { name: 'Отозвать приглашение' }).click();
    await page.getByText('Отозвано 1 приглашение').waitFor();
    await dialog.getByRole('button', { name: 'Закрыть' }).last().click();
    await page.getByRole('link', { name: 'Новенькая Елена' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Приглашения нет' }).click();
    await page.getByRole('link', { name: 'Новенькая Елена' }).waitFor();
    await page.getByRole('button', { name: 'История: elena' }).click();
    await dialog.getByText('Отозвано приглашение').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'История: elena' }).and(page.locator(':focus')).waitFor();
    await page.context().close();
  });

  async function enterPerson(familyName: string, givenName: string): Promise<void> {
    await street.world.sql.query(
      `insert into person (id, kind, family_name, given_name, created_at, version) select gen_random_uuid(), 'PERSON', $1, $2, now(), 1`,
      [familyName, givenName],
    );
  }

  test('shows where one is signed in, ends the other session, and changes the password', async () => {
    const other = await enter('/settings', {}, street.keeper);
    const page = await enter('/settings', {}, street.keeper);
    await page.getByRole('button', { name: /^Завершить сеанс/ }).press('Enter');
    await expect.poll(async () => page.getByRole('button', { name: /^Завершить сеанс/ }).count()).toBe(0);
    // The row went with the button; whoever has no mouse goes on from there.
    await page.locator('#content section:focus, #content table:focus').waitFor();
    await other.reload();
    await other.getByRole('heading', { name: 'Вход' }).waitFor();
    await page.getByLabel('Нынешний пароль').fill('not the password');
    await page.getByLabel('Новый пароль', { exact: true }).fill('пять рыжих лис');
    await page.getByLabel('Новый пароль ещё раз').fill('пять рыжих лис');
    await page.getByRole('button', { name: 'Сменить пароль' }).click();
    await page.getByRole('alert').locator('p').waitFor();
    await page.getByLabel('Нынешний пароль').fill(street.keeper.password);
    await page.getByRole('button', { name: 'Сменить пароль' }).click();
    await page.getByText('Пароль сменён').waitFor();
    await Promise.all([page.context().close(), other.context().close()]);
  });

  test('finds anything with the keyboard alone', async () => {
    const page = await enter('/people');
    const bar = page.getByRole('dialog');
    const found = bar.getByRole('option');
    await page.keyboard.press('ControlOrMeta+k');
    await bar.getByRole('combobox').waitFor();
    await page.keyboard.type('Ремонт');
    await bar.getByRole('option', { name: 'Ремонт кровли' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/assemblies/${street.votingId}`);
    await page.keyboard.press('ControlOrMeta+k');
    // What this assembly lets one do stands first, then what was opened last.
    await found.first().filter({ hasText: 'Бумага' }).waitFor();
    await bar.getByRole('option', { name: 'Ремонт кровли' }).waitFor();
    await page.keyboard.type('print');
    await found.first().filter({ hasText: 'Печать бланков' }).waitFor();
    await page.locator('.command input').fill('сканы ремонт');
    await bar.getByRole('option', { name: 'Загрузить сканы решений Ремонт кровли' }).waitFor();
    await page.locator('.command input').fill('тёмн');
    await bar.getByRole('option', { name: 'Тёмное оформление' }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(async () => page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    await expect.poll(async () => bar.count()).toBe(0);
    await page.keyboard.press('ControlOrMeta+k');
    await found.first().waitFor();
    await page.keyboard.type('организац');
    await bar.getByRole('option', { name: 'Внести организацию' }).click();
    await page.getByRole('dialog', { name: 'Внести организацию' }).getByLabel('Название').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(async () => bar.count()).toBe(0);
    await page.keyboard.press('ControlOrMeta+k');
    await found.first().waitFor();
    await page.keyboard.type('журн');
    await bar.getByRole('option', { name: 'Журнал' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/journal');
    expect(await page.title()).toContain('Журнал');
    await expect.poll(async () => page.evaluate('document.activeElement?.id')).toBe('content');
    await page.context().close();
  });

  test('walks a list with the arrows and opens a row with Enter', async () => {
    const page = await enter('/people');
    await page.locator('tbody th a').first().focus();
    await page.keyboard.press('ArrowDown');
    const [, second = ''] = await titles(page);
    expect(await page.evaluate('document.activeElement?.textContent')).toContain(second);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: second }).waitFor();
    await page.context().close();
  });
});
