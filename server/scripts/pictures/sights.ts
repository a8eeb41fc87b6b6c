import type { Page } from 'playwright-core';
import type { Database } from '../../src/kernel/database.ts';
import type { Looks } from '../../test/browser/chromium.ts';
import { scanBallot } from './scan-ballot.ts';

/** One picture: who looks, how, and where; `arrange` does what a link cannot. */
export interface Sight extends Looks {
  readonly name: string;
  readonly login: 'admin' | 'keeper';
  readonly path: string;
  /** What has to be there before the picture is taken. */
  readonly sign: string;
  readonly height?: number;
  readonly arrange?: (page: Page, world: { readonly database: Database }) => Promise<void>;
}

async function openFirst(page: Page, link: string, sign: string): Promise<void> {
  await page.locator(link).first().click();
  await page.locator(sign).first().waitFor();
}

/** A phone shows little at once: what the page is there for. */
async function comeTo(page: Page, sign: string): Promise<void> {
  await page.evaluate(`scrollBy(0, document.querySelector('${sign}').getBoundingClientRect().top - 72)`);
}

const openBoard = async (page: Page): Promise<void> => openFirst(page, 'tbody th a', '.turnout-figure');

async function openResult(page: Page): Promise<void> {
  await openBoard(page);
  await openFirst(page, 'a[href$="/result"]', '.result-sheet article.item');
}

async function openAgenda(page: Page): Promise<void> {
  const draft = await page.locator('tbody th a').first().getAttribute('href');
  await page.goto(`${String(draft).replace(/\/draft$/, '')}/draft?step=AGENDA`);
  await page.locator('textarea[name=wording-1]').fill('Высадить деревья во дворе и прочее');
  await page.locator('.findings li').first().waitFor();
}

async function openBallots(page: Page): Promise<void> {
  await openBoard(page);
  await openFirst(page, 'a[href$="/ballots"]', 'tbody tr');
}

const register = [
  'Квартира;Подъезд;Этаж;Площадь;Собственник;Доля;Телефон',
  '901;1;1;54,30;Берёзкина Анна Петровна;1;+7 916 000-00-01',
  '902;1;1;40,10;Дубов Пётр Ильич;1/2;',
  '902;1;1;40,10;Дубова Вера Львовна;1/2;',
  '903;1;2;0;Елкин Иван Олегович;1;',
  '904;1;2;61,70;Ивушкина Зоя Глебовна;3/2;',
].join('\r\n');

async function bringRegister(page: Page): Promise<void> {
  await openFirst(page, 'tbody th a', 'a[href*="/imports/new"]');
  await openFirst(page, 'a[href*="/imports/new"]', 'input[type=file]:enabled');
  const file = { name: 'реестр.csv', mimeType: 'text/csv', buffer: Buffer.from(register) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.locator('select[name=column-1]').waitFor();
  await page.getByRole('button', { name: 'Проверить все строки' }).click();
  await page.locator('.errors tbody tr').first().waitFor();
}

const voting = '/assemblies?state=VOTING&sort=CLOSES_AT';
const house = '/houses?text=Вечевая, 13';

/** In the order of the README. Russian first; some in English, some in the dark, some on a phone. */
export const sights: readonly Sight[] = [
  { name: 'board', login: 'keeper', path: voting, sign: 'tbody th a', height: 1180, arrange: openBoard },
  { name: 'overview', login: 'keeper', path: '/', sign: '.panel' },
  { name: 'assemblies', login: 'keeper', path: '/assemblies', sign: 'tbody tr', locale: 'en', theme: 'dark' },
  { name: 'wizard', login: 'keeper', path: '/assemblies?state=DRAFT', sign: 'tbody th a', arrange: openAgenda },
  { name: 'ballots', login: 'keeper', path: voting, sign: 'tbody th a', arrange: openBallots },
  {
    name: 'paper',
    login: 'keeper',
    path: '/assemblies?state=VOTING&text=шлагбаум',
    sign: 'tbody th a',
    arrange: async (page, world) => {
      await openBoard(page);
      await scanBallot(page, world);
    },
  },
  {
    name: 'result',
    login: 'keeper',
    path: '/assemblies?state=CLOSED',
    sign: 'tbody th a',
    theme: 'dark',
    arrange: openResult,
  },
  {
    name: 'house',
    login: 'keeper',
    path: house,
    sign: 'tbody th a',
    arrange: async (page) => openFirst(page, 'tbody th a', '.entrance'),
  },
  { name: 'import', login: 'keeper', path: house, sign: 'tbody th a', arrange: bringRegister },
  { name: 'people', login: 'admin', path: '/people', sign: 'tbody tr', locale: 'en' },
  { name: 'journal', login: 'admin', path: '/journal?what=announceAssembly', sign: 'tbody tr', theme: 'dark' },
  {
    name: 'board-phone',
    login: 'keeper',
    path: voting,
    sign: 'tbody th a',
    theme: 'dark',
    width: 390,
    arrange: async (page) => {
      await openBoard(page);
      await comeTo(page, '.panel:has(.turnout-figure)');
    },
  },
  {
    name: 'house-phone',
    login: 'keeper',
    path: house,
    sign: 'tbody th a',
    locale: 'en',
    width: 390,
    arrange: async (page) => {
      await openFirst(page, 'tbody th a', '.entrance');
      await comeTo(page, '.sights');
    },
  },
];
