import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeId } from '../../src/kernel/global-id.ts';
import { writeDocuments } from '../../src/modules/documents/index.ts';
import { enterAs, findingsOn } from './assembly-sights.ts';
import { findingsOf, looks } from './axe.ts';
import { openChromium } from './chromium.ts';
import { buildStreet, type Street } from './street.ts';

describe('the documents of an assembly', () => {
  let street: Street;
  let browser: Browser;
  beforeAll(async () => {
    [street, browser] = await Promise.all([buildStreet(), openChromium()]);
    await writeDocuments(street.app.world, decodeId('Assembly', street.closedId), new AbortController().signal);
  });
  afterAll(async () => {
    await browser.close();
    await street.close();
  });

  test('are listed, downloaded and signed, and the evidence is taken for a reason', async () => {
    const page = await enterAs(browser, street, '/');
    await page.getByRole('link', { name: 'Все протоколы без подписи' }).click();
    await page.locator('.pager [role=status]', { hasText: '1–1 из 1' }).waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await page.locator('tbody th a').click();
    await page.waitForURL(`**/assemblies/${street.closedId}/documents`);
    const papers = page.locator('li.paper');
    await papers.first().waitFor();
    expect(await papers.locator('h2').allInnerTexts()).toEqual([
      'Протокол',
      'Протокол',
      'Протокол, публичная копия',
      'Сообщение о собрании',
      'Реестр собственников',
      'Список принявших участие',
      'Реестр уведомления',
    ]);
    const [minutes] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Скачать: Протокол, PDF' }).click(),
    ]);
    expect((await readFile(await minutes.path())).subarray(0, 5).toString()).toBe('%PDF-');

    await page.getByRole('button', { name: 'Подписать: Протокол, PDF' }).click();
    await page.locator('input[type=file]').setInputFiles({ name: 'a.sig', mimeType: '', buffer: Buffer.from('no') });
    await page.getByRole('button', { name: 'Приложить подпись' }).click();
    await page.getByText('Это не подпись CMS').waitFor();
    await page.getByRole('button', { name: 'Ключом сервера' }).click();
    await papers.first().getByText('Ключ сервера').waitFor();
    expect(await papers.first().locator('.chip').allInnerTexts()).toEqual(['Подписан', 'Соответствует документу']);

    await page.getByLabel('Зачем').fill('Запрос инспекции');
    const [evidence] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Взять пакет' }).click(),
    ]);
    expect((await readFile(await evidence.path())).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    await page.goto('/assemblies/unsigned');
    await page.getByText('Все протоколы подписаны').waitFor();
    await page.context().close();
  });

  test.each(looks)('axe finds nothing: $theme, $locale, $width px', { timeout: 120_000 }, async (look) => {
    const sights = [[`/assemblies/${street.closedId}/documents`, 'li.paper']] as const;
    expect(await findingsOn(browser, street, sights, look)).toEqual([]);
  });
});
