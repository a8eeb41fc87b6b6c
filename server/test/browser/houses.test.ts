import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { change } from '../register-world.ts';
import { freshContext, openChromium, signInByKeyboard, type Looks } from './chromium.ts';
import { buildRegisteredHouse, type RegisteredHouse } from './registered-house.ts';

describe('the register of a house', () => {
  let house: RegisteredHouse;
  let browser: Browser;
  beforeAll(async () => {
    [house, browser] = await Promise.all([buildRegisteredHouse(), openChromium()]);
  });
  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  async function enter(path: string, looks: Looks = {}): Promise<Page> {
    const context = await freshContext(browser, house.app.url, { locale: 'ru', ...looks });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(path);
    await signInByKeyboard(page, house.keeper);
    await page.locator('#content h1').waitFor();
    return page;
  }

  test('is found among all houses by what is wrong with it', async () => {
    const page = await enter('/houses?only=problems');
    await expect.poll(async () => page.locator('tbody th a').allInnerTexts()).toEqual(['г. Москва, ул. Лесная, 7']);
    expect(await page.locator('tbody .chip').innerText()).toBe('2 помещения');
    await page.getByRole('button', { name: 'Доли не сходятся' }).click();
    await page.getByRole('status').filter({ hasText: '1–2 из 2' }).waitFor();
    await page.getByRole('searchbox', { name: 'Адрес' }).fill('лесная 9');
    await expect.poll(async () => page.locator('tbody th a').allInnerTexts()).toEqual(['г. Москва, ул. Лесная, 9']);
    await page.context().close();
  });

  test('stands by entrance and floor, and is walked with the arrows alone', async () => {
    const page = await enter(`/houses/${house.houseId}`);
    const first = page.getByRole('link', { name: 'кв. 9 49,90 м²' });
    await first.waitFor();
    expect(await page.locator('.entrance h2').allInnerTexts()).toEqual(['Подъезд 1', 'Подъезд 2', 'Без подъезда']);
    await page.getByRole('link', { name: 'кв. 2 58,20 м² доли не сходятся' }).waitFor();
    await first.focus();
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'Home', 'ArrowUp']) await page.keyboard.press(key);
    expect(await page.evaluate('document.activeElement.innerText')).toContain('7');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.innerText')).toContain('19');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Квартира 19' }).waitFor();
    await page.goto(`/houses/${house.houseId}/list`);
    await page.locator('select[name=entrance]').selectOption('1');
    await page.locator('select[name=floor]').selectOption('1');
    await expect.poll(async () => page.locator('tbody th a').allInnerTexts()).toEqual(['1', '2']);
    expect(await page.locator('tbody tr', { hasText: '58,20' }).locator('.chip').innerText()).toBe('не хватает 1/3');
    // A dialog gives the focus back to what opened it, where it is seen.
    await page.getByRole('button', { name: 'Добавить помещение' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(async () => page.evaluate('document.activeElement.innerText')).toBe('Добавить помещение');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await page.context().close();
  });

  test('says what to do with a missing share, and takes its owner', async () => {
    const page = await enter(`/houses/${house.houseId}/shares`);
    await page.getByText('Записано 2/3, не хватает 1/3.', { exact: false }).waitFor();
    await page.getByRole('link', { name: 'Записать собственника: Квартира 2' }).click();
    await page.getByRole('button', { name: 'Внести нового человека' }).click();
    await page.getByLabel('Фамилия').fill('Новосёлова');
    await page.getByLabel('Имя').fill('Анна');
    await page.keyboard.press('Enter');
    await page.getByText('Новосёлова Анна').waitFor();
    await page.locator('input[name=share]').fill('2/3');
    await page.getByRole('button', { name: 'Записать', exact: true }).click();
    const field = page.locator('label', { has: page.locator('input[name=share]') });
    await field.getByRole('alert').waitFor();
    await page.locator('input[name=share]').fill('1/3');
    await page.getByRole('button', { name: 'Записать', exact: true }).click();
    await page.locator('.owner h3', { hasText: 'Новосёлова Анна' }).waitFor();
    expect(await page.locator('.owner h3').allInnerTexts()).toHaveLength(2);
    await page.context().close();
  });

  test('shows who owned before and what the area was, in English too', async () => {
    const page = await enter(`/houses/${house.houseId}/premises/${house.soldId}`, { locale: 'en' });
    await page.getByRole('heading', { name: 'Former owners' }).waitFor();
    expect(await page.locator('.owner h3').innerText()).toBe('Елкин Иван');
    expect(await page.locator('.past').innerText()).toMatch(/Берёзкина Иван, Дубов Иван|Дубов Иван, Берёзкина Иван/);
    expect(await page.locator('.areas li').allInnerTexts()).toHaveLength(2);
    await page.getByRole('button', { name: 'Record a transfer: Елкин Иван' }).click();
    await page.getByLabel('Find a person or a company').fill('Клёнов');
    await page.getByRole('dialog').getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('input[name=day]').fill('2999-01-01');
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await page
      .locator('label', { has: page.locator('input[name=day]') })
      .getByRole('alert')
      .waitFor();
    await page.locator('input[name=day]').fill('');
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await page.locator('.owner h3', { hasText: 'Клёнов Иван' }).waitFor();
    expect(await page.locator('.past li').allInnerTexts()).toHaveLength(2);
    await page.context().close();
  });

  test('lets nobody overwrite what somebody else wrote meanwhile', async () => {
    const page = await enter(`/houses/${house.houseId}`);
    await page.getByRole('button', { name: 'Исправить сведения' }).click();
    await page.locator('input[name=storeys]').fill('6');
    const { house: before } = await house.app.ask<{ house: { version: number } }>(
      house.world.admin,
      'query ($id: ID!) { house(id: $id) { version } }',
      { id: house.houseId },
    );
    const input = { houseId: house.houseId, version: before.version, storeys: 9, series: 'П-44' };
    await change(house.app, house.world.admin, 'amendHouse', input, 'house { id }');
    await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
    await page.getByText('Пока вы писали, это изменили').waitFor();
    const rows = page.locator('.conflict tbody tr');
    expect(await rows.filter({ hasText: 'Этажей' }).innerText()).toBe(['Этажей', '9', '6'].join('\t'));
    await page.getByRole('button', { name: 'Оставить как сохранено' }).click();
    expect(await page.locator('input[name=storeys]').inputValue()).toBe('9');
    await page.locator('input[name=storeys]').fill('7');
    await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('.rest', { hasText: 'П-44' }).waitFor();
    expect(await page.locator('.rest').innerText()).toContain('7');
    await page.context().close();
  });

  test('keeps a half-written house through a reload, and enters it with what is wrong at its field', async () => {
    const page = await enter('/houses');
    await page.getByRole('button', { name: 'Добавить дом' }).click();
    await page.locator('input[name=settlement]').fill('Москва');
    await page.locator('input[name=street]').fill('ул. Лесная');
    await page.locator('input[name=number]').fill('7');
    await page.reload();
    // The dialog stands in the link, so it is open again.
    await expect.poll(async () => page.locator('input[name=street]').inputValue()).toBe('ул. Лесная');
    await page.getByLabel('Управляющая организация').fill('Лесная');
    await page.getByRole('dialog').getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Внести', exact: true }).click();
    await page
      .locator('label', { has: page.locator('input[name=number]') })
      .getByRole('alert')
      .waitFor();
    await page.locator('input[name=number]').fill('11');
    await page.getByRole('button', { name: 'Внести', exact: true }).click();
    await page.getByRole('heading', { name: 'Москва, ул. Лесная, 11' }).waitFor();
    await page.context().close();
  });

  test('records who acts for an owner under age', async () => {
    const page = await enter(`/houses/${house.houseId}/premises/${house.childsId}`);
    await page.getByText('голосовать за ребёнка некому').waitFor();
    await page.getByRole('button', { name: 'Записать родителя или опекуна' }).click();
    await page.getByLabel('Родитель или опекун').fill('Осинин');
    await page.getByRole('dialog').getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel('Документ: свидетельство').fill('Свидетельство о рождении');
    await page.getByRole('button', { name: 'Записать', exact: true }).click();
    await page.locator('.guardians li', { hasText: 'Осинин Иван' }).waitFor();
    expect(await page.locator('.guardians').innerText()).toContain('Свидетельство о рождении');
    await page.context().close();
  });

  test('is on the page of what needs one today', async () => {
    const page = await enter('/');
    await page.getByRole('heading', { name: 'Что нужно сегодня' }).waitFor();
    await page
      .locator('.waiting', { hasText: 'Доли не сходятся' })
      .getByRole('link', { name: 'Разобраться: г. Москва, ул. Лесная, 7' })
      .click();
    await page.getByText('Сумма долей в каждом помещении должна равняться единице.', { exact: false }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/houses/${house.houseId}/shares`);
    await page.context().close();
  });
});
