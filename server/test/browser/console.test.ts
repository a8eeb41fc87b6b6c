import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshContext, openChromium, signInByKeyboard, type Looks } from './chromium.ts';
import { buildStreet, type Street } from './street.ts';

describe('the console', () => {
  let street: Street;
  let browser: Browser;
  beforeAll(async () => {
    [street, browser] = await Promise.all([buildStreet(), openChromium()]);
  });
  afterAll(async () => {
    await browser.close();
    await street.close();
  });

  /** Opens a link as somebody who has to sign in first. */
  async function open(path: string, looks: Looks = {}): Promise<Page> {
    const context = await freshContext(browser, street.app.url, looks);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(path);
    return page;
  }
  async function enter(path: string, looks: Looks = {}): Promise<Page> {
    // A language chosen in another test is kept with the account, and a browser without a choice would follow it.
    const page = await open(path, { locale: 'ru', ...looks });
    await signInByKeyboard(page, street.keeper);
    await page.locator('#content h1').waitFor();
    return page;
  }
  const titles = async (page: Page): Promise<string[]> => page.locator('tbody th a').allInnerTexts();

  test('is signed in to with the keyboard alone, and the link that was asked for opens', async () => {
    const page = await enter('/assemblies?state=VOTING&sort=CLOSES_AT');
    await expect.poll(async () => titles(page)).toEqual(['Ремонт кровли']);
    expect(new URL(page.url()).search).toBe('?state=VOTING&sort=CLOSES_AT');
    expect(await page.getByText('улица Вечевая').isVisible()).toBe(true);
    await page.context().close();
  });

  test('says why a wrong password is refused', async () => {
    const page = await open('/sign-in');
    await signInByKeyboard(page, { ...street.keeper, password: 'not this one at all' });
    await page.getByRole('alert').getByText('Неверный логин или пароль.').waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.context().close();
  });

  test('leads nobody to a foreign page after signing in', async () => {
    const page = await open('/sign-in?next=//example.org/');
    await signInByKeyboard(page, street.keeper);
    await page.locator('#content h1').waitFor();
    expect(new URL(page.url()).origin).toBe(street.app.url);
    await page.context().close();
  });

  test('filters, searches and orders on the server, and the link says it all', async () => {
    const page = await enter('/assemblies');
    await page.getByRole('status').filter({ hasText: '1–4 из 4' }).waitFor();
    await page.getByRole('button', { name: 'Завершено' }).click();
    await expect.poll(async () => titles(page)).toEqual(['Годовое собрание']);
    await page.getByRole('button', { name: 'Черновик' }).click();
    await page.locator('select[name=sort]').selectOption('OPENS_AT');
    await expect.poll(async () => titles(page)).toEqual(['Годовое собрание', 'Озеленение двора']);
    await page.getByLabel('Название или адрес').fill('озелен');
    await expect.poll(async () => titles(page)).toEqual(['Озеленение двора']);
    const { search } = new URL(page.url());
    expect(Object.fromEntries(new URLSearchParams(search))).toEqual({
      state: 'DRAFT,CLOSED',
      sort: 'OPENS_AT',
      text: 'озелен',
    });
    await page.reload();
    await expect.poll(async () => titles(page)).toEqual(['Озеленение двора']);
    // A second click on a heading turns the order; a house is chosen by its address.
    const start = page.getByRole('columnheader', { name: 'Начало голосования' });
    expect(await start.getAttribute('aria-sort')).toBe('ascending');
    await start.getByRole('button').click();
    await expect.poll(async () => start.getAttribute('aria-sort')).toBe('descending');
    await page.getByLabel('Только дом').fill('вечевая');
    await page
      .getByRole('button', { name: /Вечевая/ })
      .first()
      .click();
    await expect.poll(() => new URL(page.url()).searchParams.get('house')).toMatch(/^HO_/);
    await expect.poll(async () => titles(page)).toEqual(['Озеленение двора']);
    await page.getByLabel('Название или адрес').fill('нет такого');
    await page.getByText('Ничего не нашлось').waitFor();
    await page.getByRole('button', { name: 'Показать все' }).click();
    await page.getByRole('status').filter({ hasText: '1–4 из 4' }).waitFor();
    await page.context().close();
  });

  test('shows an assembly with its law, its turnout and its items, and moves when somebody votes', async () => {
    const page = await enter(`/assemblies/${street.votingId}`);
    await page.getByText('Юридическую силу имеют подписанные бумажные решения.').waitFor();
    await page.getByRole('heading', { name: 'Сроки по закону' }).waitFor();
    expect(await page.locator('.turnout-figure').innerText()).toBe('33,33 % всех голосов дома');
    expect(await page.getByText('До кворума не хватает').innerText()).toContain('27,15');
    expect(await page.locator('.bar-row').first().innerText()).toContain('54,30 голоса');
    await street.vote();
    await page.locator('.turnout-figure', { hasText: '66,67 %' }).waitFor();
    await page.getByText('Кворум есть').waitFor();
    await page.context().close();
  });

  test('shows a result that stands, with the explanation of the server', async () => {
    const page = await enter(`/assemblies/${street.closedId}`, { locale: 'en' });
    await page.getByRole('heading', { name: 'Result', exact: true }).waitFor();
    // 108.60 of 162.90 is exactly two thirds, which is enough for the barrier too.
    expect(await page.locator('.item-head .chip').allInnerTexts()).toEqual(['Adopted', 'Adopted']);
    await page.getByText('Why').first().click();
    expect(await page.locator('details[open] p').innerText()).toContain('108.60');
    await page.context().close();
  });

  test('says so when an assembly is not there', async () => {
    const page = await enter('/assemblies/AS_AAAAAAAAAAAAAAAAAAAAAA');
    await page.getByText('Такого собрания нет').waitFor();
    expect(await page.locator('.timeline').count()).toBe(0);
    await page.context().close();
  });

  test('says so when the server does not answer, and tries again', async () => {
    const page = await enter('/assemblies');
    await page.getByRole('status').filter({ hasText: 'из 4' }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Объявлено' }).click();
    await page.getByRole('alert').getByText('Сервер не отвечает').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Повторить' }).click();
    await expect.poll(async () => titles(page)).toEqual(['Выбор совета дома']);
    // A page that never arrived leaves one where one is, and says so.
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Организации' }).click();
    await page.locator('.toast').getByText('Сервер не отвечает').waitFor();
    expect(await titles(page)).toEqual(['Выбор совета дома']);
    await page.context().setOffline(false);
    // What one may not read is refused in words, with what to do about it.
    await page.goto('/journal');
    await page.getByRole('alert').getByText('попросите роль').waitFor();
    await page.goto('/nowhere');
    await page.getByRole('link', { name: 'К обзору' }).click();
    await page.getByRole('heading', { name: 'Что нужно сегодня' }).waitFor();
    await page.context().close();
  });

  test('remembers language and theme, and forgets the person who signs out', async () => {
    const page = await enter('/assemblies');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Dark' }).click();
    await page.getByRole('heading', { name: 'Assemblies' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Assemblies' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('body.body--dark').count()).toBe(1);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.goto('/assemblies');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.context().close();
  });

  test('activates an invitation, once', async () => {
    const secret = await street.invite();
    const page = await open(`/invitation#${secret}`);
    await page.getByLabel('Пароль', { exact: true }).fill('три синих кота');
    await page.getByLabel('Пароль ещё раз').fill('три серых кота');
    await page.getByRole('button', { name: 'Задать пароль и войти' }).click();
    await page.getByText('Пароли не совпадают.').waitFor();
    await page.getByLabel('Пароль ещё раз').fill('три синих кота');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Начать работу' }).click();
    await page.getByRole('heading', { name: 'Что нужно сегодня' }).waitFor();
    const again = await open(`/invitation#${secret}`);
    await again.getByLabel('Пароль', { exact: true }).fill('три синих кота');
    await again.getByLabel('Пароль ещё раз').fill('три синих кота');
    await again.keyboard.press('Enter');
    await again.getByRole('alert').getByText('Приглашение недействительно').waitFor();
    expect(new URL(again.url()).pathname).toBe('/invitation');
    await again.context().close();
    await page.context().close();
  });

  test('turns pages, and counts the rows', async () => {
    await street.world.sql.query(
      `insert into assembly select (jsonb_populate_record(a, jsonb_build_object(
         'id', gen_random_uuid(), 'title', 'Копия ' || n, 'created_at', a.created_at - n * interval '1 day'))).*
       from assembly a, generate_series(1, 26) n where a.title = 'Озеленение двора'`,
    );
    const page = await enter('/assemblies?text=копия');
    await page.getByRole('status').filter({ hasText: '1–25 из 26' }).waitFor();
    await page.getByRole('button', { name: 'Следующая страница' }).click();
    await page.getByRole('status').filter({ hasText: '26–26 из 26' }).waitFor();
    await page.reload();
    await expect.poll(async () => titles(page)).toEqual(['Копия 26']);
    await page.getByRole('button', { name: 'Предыдущая страница' }).click();
    await page.getByRole('status').filter({ hasText: '1–25 из 26' }).waitFor();
    await page.context().close();
  });
});
