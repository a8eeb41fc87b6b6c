import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshContext, openChromium, signInByKeyboard, type Looks } from './chromium.ts';
import { buildRegisteredHouse, type RegisteredHouse } from './registered-house.ts';

const table = [
  'Квартира;Подъезд;Площадь;Собственник;Доля;Заметка',
  '1;1;54,30;Берёзкина Анна Петровна;1;сдаёт',
  '2;1;40,10;Дубов Пётр;1/2;',
  '2;1;40,10;Дубова Вера;1/2;',
  '3;1;0;Елкин Иван;1;',
].join('\r\n');
const good = ['Квартира;Площадь;Собственник;Доля', '11;61,70;Ивушкина Зоя;1'].join('\r\n');

describe('the import of a register', () => {
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
  const upload = async (page: Page, name: string, content: string): Promise<void> =>
    page
      .locator('input[type=file]:enabled')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });

  test('goes from the file to the register and back, and names the rows it cannot take', async () => {
    const page = await enter(`/imports/new?house=${house.emptyId}`);
    await upload(page, 'реестр.csv', table);
    await page.getByRole('heading', { name: 'реестр.csv' }).waitFor();

    // What was found out stands there; what nobody can know is left for a person.
    expect(await page.locator('select[name=column-4]').inputValue()).toBe('OWNER_NAME');
    expect(await page.locator('select[name=column-6]').inputValue()).toBe('');
    await expect.poll(async () => page.locator('tbody tr').first().locator('.samples').innerText()).toBe('1\n2\n2');
    await page.locator('select[name=column-3]').selectOption('');
    await page.getByText('Укажите, в каком столбце: Площадь.').waitFor();
    expect(await page.getByRole('button', { name: 'Проверить все строки' }).isDisabled()).toBe(true);
    await page.locator('select[name=column-3]').selectOption('AREA');
    await page.locator('select[name=premisesKind]').selectOption('NON_RESIDENTIAL');
    await page.reload();
    expect(await page.locator('select[name=premisesKind]').inputValue()).toBe('NON_RESIDENTIAL');
    await page.locator('select[name=premisesKind]').selectOption('FLAT');

    await page.getByRole('button', { name: 'Проверить все строки' }).click();
    await page.getByText('Есть строки с ошибками.').waitFor();
    expect(await page.locator('.counts dd').allInnerTexts()).toEqual(['3', '0', '0', '1']);
    expect(await page.locator('.errors tbody tr').allInnerTexts()).toEqual([
      ['5', 'Площадь', '0', 'Площадь должна быть больше нуля.'].join('\t'),
    ]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Скачать 1 строку с ошибкой' }).click(),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toContain('Елкин Иван');

    await page.reload();
    await page.getByRole('button', { name: 'Внести 3 строки без ошибок' }).click();
    await page.getByText('Внесено', { exact: false }).first().waitFor();
    await page.getByRole('link', { name: 'Открыть дом' }).click();
    await page.getByRole('link', { name: 'кв. 2 40,10 м²' }).waitFor();
    await page.goBack();

    await page.getByRole('button', { name: 'Отменить загрузку' }).click();
    await page.getByRole('button', { name: 'Отменить внесённое' }).click();
    await page.getByText('В реестре от этой загрузки ничего не осталось.').waitFor();
    await page.goto(`/houses/${house.emptyId}`);
    await page.getByText('Помещений пока нет').waitFor();
    await page.context().close();
  });

  test('takes a dropped file, in English, and stands in the list', async () => {
    const page = await enter('/imports/new', { locale: 'en' });
    await page.getByText('Choose a house first').waitFor();
    await page.getByLabel('Whose register: the address').fill('лесная 9');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Drop an XLSX or CSV file here').waitFor();
    const dropped = await page.evaluateHandle(
      `(() => { const files = new DataTransfer(); files.items.add(new File([${JSON.stringify(good)}], 'dropped.csv')); return files; })()`,
    );
    await page.dispatchEvent('.drop', 'drop', { dataTransfer: dropped });
    await page.getByRole('button', { name: 'Check every row' }).click();
    await page.getByRole('button', { name: 'Commit 1 row' }).click();
    await page.getByRole('link', { name: 'Open the house' }).waitFor();
    await page.goto('/imports?state=COMMITTED');
    await expect.poll(async () => page.locator('tbody th a').allInnerTexts()).toEqual(['dropped.csv']);
    await page.context().close();
  });

  test('says why it does not take a file, and gives up another', async () => {
    const page = await enter(`/imports/new?house=${house.emptyId}`);
    await upload(page, 'picture.csv', '\u0000\u0001\u0002');
    await page.getByRole('alert').locator('.refusal').waitFor();
    expect((await page.getByRole('alert').innerText()).length).toBeGreaterThan(10);
    expect(new URL(page.url()).pathname).toBe('/imports/new');
    await upload(page, 'good.csv', good);
    await page.getByRole('button', { name: 'Отказаться от загрузки' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Отказаться', exact: true }).click();
    await page.getByText('В реестр ничего не внесено.').waitFor();
    await page.context().close();
  });
});
