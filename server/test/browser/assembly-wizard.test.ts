import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterAs, findingsOn } from './assembly-sights.ts';
import { looks } from './axe.ts';
import { openChromium } from './chromium.ts';
import { buildStreet, type Street } from './street.ts';

const words = {
  ru: {
    house: 'Дом',
    title: 'Название собрания',
    next: /^Дальше/,
    save: 'Сохранить черновик',
    add: 'Добавить вопрос',
    vague: 'оставляет вопрос открытым',
    negation: 'Поставьте вопрос утвердительно',
    material: 'ссылается на файл',
    passport: 'нет паспорта',
    initiator: 'Инициатор: кто созывает',
    administrator: 'Администратор: кто проводит',
    address: 'Где принимают решения на бумаге',
    propose: 'Предложить безопасные сроки',
    late: 'Перенесите начало',
    place: 'Где ознакомиться с материалами',
    ready: 'Закон ничего не имеет против',
    announce: 'Объявить собрание',
    confirm: 'Объявить сейчас',
    announced: 'Объявлено',
    kept: 'не успели сохранить',
    cancel: 'Отменить собрание',
    reason: 'Причина: её прочтут собственники',
    cancelled: 'Отменено',
    missing: 'осталось',
    confirmCancel: 'Отменить с этой причиной',
  },
  en: {
    house: 'House',
    title: 'Title of the assembly',
    next: /^Next/,
    save: 'Save the draft',
    add: 'Add a question',
    vague: 'leaves the question open',
    negation: 'Put the question in the affirmative',
    material: 'refers to a file',
    passport: 'has no passport',
    initiator: 'Initiator: who convenes',
    administrator: 'Administrator: who runs it',
    address: 'Where decisions on paper are taken in',
    propose: 'Propose safe dates',
    late: 'Move the opening',
    place: 'Where the materials may be read',
    ready: 'The law has nothing against it',
    announce: 'Announce the assembly',
    confirm: 'Announce now',
    announced: 'Announced',
    kept: 'had not saved',
    cancel: 'Cancel the assembly',
    reason: 'Reason: the owners will read it',
    cancelled: 'Cancelled',
    missing: 'Still missing',
    confirmCancel: 'Cancel for this reason',
  },
} as const;

async function pick(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(text);
  await page.locator('.found button', { hasText: text }).first().click();
}
const next = async (page: Page, name: RegExp, step: string): Promise<void> => {
  await page.getByRole('button', { name }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('step')).toBe(step);
};

describe('drawing up an assembly', () => {
  let street: Street;
  let browser: Browser;
  beforeAll(async () => {
    [street, browser] = await Promise.all([buildStreet(), openChromium()]);
  });
  afterAll(async () => {
    await browser.close();
    await street.close();
  });

  test.each(['ru', 'en'] as const)('from an empty page to the notice, in %s', { timeout: 90_000 }, async (locale) => {
    const said = words[locale];
    const page = await enterAs(browser, street, '/assemblies', { locale });
    await page.locator('.heading .actions a').click();
    // Whoever keeps one house needs not look for it.
    await page.locator('.picked', { hasText: 'Вечевая' }).waitFor();
    await page.getByLabel(said.title).fill('Благоустройство');
    // What was typed outlives a reload, before the server knows of it.
    await page.reload();
    await page.getByText(said.kept).waitFor();
    expect(await page.getByLabel(said.title).inputValue()).toBe('Благоустройство');
    await next(page, said.next, 'AGENDA');

    await page.getByRole('button', { name: said.add }).click();
    await page.locator('select[name=code-1]').selectOption('4.1');
    const wording = page.locator('textarea[name=wording-1]');
    expect((await wording.inputValue()).length).toBeGreaterThan(10);
    await wording.fill('Утвердить смету и прочее');
    await page.getByText(said.vague).waitFor();
    await wording.fill('Не утверждать смету');
    await page.getByText(said.negation).waitFor();
    await wording.fill('Утвердить прилагаемую смету');
    await page.getByText(said.material).waitFor();
    await next(page, said.next, 'PEOPLE');

    await pick(page, said.initiator, 'Анна');
    await pick(page, said.administrator, 'Анна');
    await page.getByLabel(said.address).fill('ул. Вечевая, 1, комната 2');
    await next(page, said.next, 'TIMELINE');

    // Whoever initiates and runs it hands nothing over to themselves.
    expect(await page.locator('input[name=handedToAdministratorAt]').count()).toBe(0);
    await page.getByRole('button', { name: said.propose }).click();
    const opens = page.locator('input[name=opensAt]');
    const safe = await opens.inputValue();
    await opens.fill(new Date(street.app.clock.now() + 3 * 86_400_000).toISOString().slice(0, 16));
    await page.locator('.q-field', { has: opens }).getByText(said.late).waitFor();
    await opens.fill(safe);
    await expect.poll(async () => page.getByText(said.late).count()).toBe(0);
    await next(page, said.next, 'MATERIALS');

    await page.locator('input[name=materials]').setInputFiles({
      name: 'Смета.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
    });
    await page.getByRole('link', { name: 'Смета' }).waitFor();
    await page.locator('input[name=materials]').setInputFiles({
      name: 'Чужое.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
    });
    await page.getByRole('button', { name: 'Чужое' }).click();
    await expect.poll(async () => page.getByRole('link', { name: 'Чужое' }).count()).toBe(0);
    await page.getByLabel(said.place).fill('здесь');
    await next(page, said.next, 'NOTICE');

    await page.getByText(said.ready).waitFor();
    await page.locator('.reminders', { hasText: said.passport }).waitFor();
    const paper = page.locator('.paper');
    expect(await paper.innerText()).toContain('1. Утвердить прилагаемую смету (п. 4.1)');
    expect(await paper.innerText()).toContain('Анна Тест, собственник: пом. 1');
    expect(await paper.innerText()).toContain('Приложены: Смета.');
    await page.getByRole('button', { name: said.announce }).click();
    await page.getByRole('button', { name: said.confirm }).click();
    await page.locator('.heading .chip', { hasText: said.announced }).waitFor();

    await page.getByRole('button', { name: said.cancel }).click();
    await page.getByLabel(said.reason).fill('Ошибка в смете');
    await page.getByRole('button', { name: said.confirmCancel }).click();
    await page.locator('.heading .chip', { hasText: said.cancelled }).waitFor();
    await page.getByText('Ошибка в смете').waitFor();
    await page.context().close();
  });

  test('says everything that is missing, and leads to its field', async () => {
    const page = await enterAs(browser, street, '/assemblies/new');
    await page.getByRole('button', { name: 'Выбрать другое: Дом' }).click();
    await page.getByRole('button', { name: words.ru.next }).click();
    await page.getByText('Выберите дом.').waitFor();
    await page.getByText('Назовите собрание.').waitFor();
    await pick(page, words.ru.house, 'Вечевая');
    await page.getByLabel(words.ru.title).fill('Пустое собрание');
    await next(page, words.ru.next, 'AGENDA');
    await page.getByRole('button', { name: /Сообщение/ }).click();
    await page.getByText(words.ru.missing).waitFor();
    expect(await page.getByRole('button', { name: words.ru.announce }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Исправить: Кто проводит' }).first().click();
    await page.locator('.picker', { hasText: words.ru.initiator }).getByText('не вправе созвать').waitFor();
    await page.goBack();
    await page.getByText(words.ru.missing).waitFor();
    await page.context().close();
  });

  test('warns when somebody else changed the same draft, and overwrites nothing', async () => {
    const mine = await enterAs(browser, street, `/assemblies/${street.draftId}/draft`);
    const theirs = await enterAs(browser, street, `/assemblies/${street.draftId}/draft`);
    await theirs.getByLabel(words.ru.title).fill('Озеленение сквера');
    await next(theirs, words.ru.next, 'AGENDA');
    await mine.getByLabel(words.ru.title).fill('Озеленение улицы');
    await mine.getByRole('button', { name: words.ru.save }).click();
    const conflict = mine.locator('.conflict');
    await conflict.getByRole('button', { name: 'Оставить как сохранено' }).waitFor();
    await conflict.getByRole('button', { name: 'Оставить как сохранено' }).click();
    await expect.poll(async () => mine.getByLabel(words.ru.title).inputValue()).toBe('Озеленение сквера');
    // Who runs the assembly reads what was done to it, in words.
    await theirs.goto(`/assemblies/${street.draftId}`);
    await theirs.getByText('История', { exact: true }).click();
    const row = theirs.locator('.history li').first();
    await row.getByText('Изменён черновик').waitFor();
    expect((await row.innerText()).replaceAll(/\s+/g, ' ')).toMatch(
      /Хранителева.* название Озеленение двора Озеленение сквера$/,
    );
    await mine.context().close();
    await theirs.context().close();
  });

  test.each(looks)('axe finds nothing on its steps: $theme, $locale, $width px', { timeout: 180_000 }, async (look) => {
    const draft = `/assemblies/${street.draftId}/draft`;
    const sights = [
      ['/assemblies/new', 'form.step input'],
      [`${draft}?step=AGENDA`, 'fieldset.item'],
      [`${draft}?step=PEOPLE`, '.picker'],
      [`${draft}?step=TIMELINE`, '.timeline li'],
      [`${draft}?step=MATERIALS`, '.upload'],
      [`${draft}?step=NOTICE`, '.paper'],
      [`/assemblies/${street.votingId}/draft`, '.refusal'],
    ] as const;
    expect(await findingsOn(browser, street, sights, look)).toEqual([]);
  });
});
