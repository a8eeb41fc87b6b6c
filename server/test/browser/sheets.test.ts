import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeId } from '../../src/kernel/global-id.ts';
import { writeDocuments } from '../../src/modules/documents/index.ts';
import type { PageLayout } from '../../src/modules/paper/index.ts';
import { picturesOf, ticked } from '../scanned-paper.ts';
import { enterAs, findingsOn } from './assembly-sights.ts';
import { looks } from './axe.ts';
import { openChromium, signInByKeyboard, type SignIn } from './chromium.ts';
import { Line } from './line.ts';
import { buildStreet, type Street } from './street.ts';

/** Somebody else who keeps the assembly. */
async function secondPerson({ world, votingId }: Street): Promise<SignIn> {
  const person = await world.person('Проверялова');
  await world.role(person, 'ASSEMBLY_ADMINISTRATOR', { assembly: decodeId('Assembly', votingId) });
  await world.token(person);
  const { rows } = await world.sql.query<{ login: string }>('select login from account where person_id = $1', [person]);
  return { login: rows[0]?.login ?? '', password: 'a long enough password' };
}

/** As a pen and a scanner make it, of several megabytes: for the first item, against the second. */
async function markedScan({ world, votingId }: Street, pdf: Uint8Array): Promise<Buffer> {
  const [picture] = await picturesOf(pdf);
  const { rows } = await world.sql.query<{ pages: PageLayout[] }>(
    'select pages from paper_form where assembly_id = $1',
    [decodeId('Assembly', votingId)],
  );
  const layout = rows[0]?.pages[0];
  if (!picture || !layout) throw new Error('nothing was printed');
  const marked = await ticked(await ticked(picture, layout, 'FOR', 1), layout, 'AGAINST', 2);
  return sharp(marked).greyscale().tiff({ compression: 'none' }).toBuffer();
}

/** What the assembly writes of itself once voting has ended. */
async function minutesOf({ app, world, votingId }: Street): Promise<string> {
  const assembly = decodeId('Assembly', votingId);
  const { rows } = await world.sql.query<{ closes: Date }>('select closes_at as closes from assembly where id = $1', [
    assembly,
  ]);
  app.clock.set((rows[0]?.closes.getTime() ?? 0) + 10_000);
  await app.clockwork.tick();
  await writeDocuments(app.world, assembly, new AbortController().signal);
  const auditor = await world.person('Ревизорова');
  await world.role(auditor, 'AUDITOR', {});
  const token = await world.token(auditor);
  const answer = await app.ask<{ assembly: { documents: readonly Record<'kind' | 'format' | 'fileUrl', string>[] } }>(
    token,
    'query ($id: ID!) { assembly(id: $id) { documents { kind format fileUrl } } }',
    { id: votingId },
  );
  const minutes = answer.assembly.documents.find(({ kind, format }) => kind === 'MINUTES' && format === 'XML');
  const file = await fetch(`${app.url}${minutes?.fileUrl ?? ''}`, { headers: { authorization: `Bearer ${token}` } });
  return file.text();
}

describe('paper in the console', () => {
  let street: Street;
  let browser: Browser;
  let line: Line;
  let second: SignIn;
  const folder = mkdtempSync(join(tmpdir(), 'veche-sheets-'));
  const paper = (tab = '') => `/assemblies/${street.votingId}/paper${tab}`;
  /** Nothing but the keyboard: what the machine saw is taken over item by item, then the date, then the next sheet. */
  const acceptAll = async (page: Page): Promise<void> => {
    await page.locator('fieldset:first-of-type input:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('fieldset:nth-of-type(2) input:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('input[name=signedOn]:focus').waitFor();
    await page.keyboard.press('Enter');
  };
  beforeAll(async () => {
    [street, browser] = await Promise.all([buildStreet({ fourEyes: true }), openChromium()]);
    line = await Line.to(street.app.url);
    second = await secondPerson(street);
  });
  afterAll(async () => {
    await browser.close();
    line.close();
    rmSync(folder, { recursive: true, force: true });
    await street.close();
  });

  test.each(looks)('axe finds nothing: $theme, $locale, $width px', { timeout: 120_000 }, async (look) => {
    const sights = [
      [paper(), '.tiles'],
      [paper('/print'), 'form.order'],
      [paper('/scans'), '.drop'],
    ] as const;
    expect(await findingsOn(browser, street, sights, look)).toEqual([]);
  });

  test(
    'goes from the printer over the counter, the scanner and two people into the minutes',
    { timeout: 180_000 },
    async () => {
      const first = await enterAs(browser, { ...street, app: { ...street.app, url: line.url } }, paper('/print'));
      await first.getByRole('button', { name: 'Один собственник' }).click();
      // Whoever is known and owns nothing in this house has no ballot to print.
      await first.getByLabel('Собственник', { exact: true }).fill('Хранителева');
      await first.locator('.found').getByText('Никто и ничто не нашлось').waitFor();
      await first.getByLabel('Собственник', { exact: true }).fill('Борис');
      await first.locator('.found button', { hasText: 'Борис' }).click();
      await first.getByRole('button', { name: 'Напечатать' }).click();
      const url = await first.getByRole('link', { name: 'Скачать' }).getAttribute('href');
      const pdf = await (await first.request.get(url ?? '')).body();
      const { rows } = await street.world.sql.query<{ n: string }>('select printed_number as n from printed_ballot');
      const number = rows[0]?.n ?? '';

      await first.getByRole('link', { name: 'Приём' }).click();
      await first.locator('input[name=number]:focus').waitFor();
      await first.keyboard.type(number.toLowerCase());
      await first.keyboard.press('Enter');
      await first.getByText(`Принят лист ${number}.`).waitFor();

      await first.getByRole('link', { name: 'Сканы' }).click();
      const scan = join(folder, 'boris.tif');
      writeFileSync(scan, await markedScan(street, pdf));
      const choose = async (): Promise<void> => first.locator('input[type=file]').setInputFiles(scan);
      const paused = first.getByText('ждёт связи');
      line.cutAfter(1_500_000);
      await choose();
      await paused.waitFor();
      await first.goto('about:blank');
      line.mend();
      const offsets: number[] = [];
      first.on('request', (request) => {
        if (request.url().endsWith('/chunks')) offsets.push(Number(request.headers()['x-offset']));
      });
      await first.goto(paper('/scans'));
      // Of its megabytes the first has arrived; chosen again, the file goes on from there, and once more by itself.
      await first.getByText(/Загружено [1-9]\d? %/).waitFor();
      line.cutAfter(1_500_000);
      await choose();
      await paused.waitFor();
      line.mend();
      await first.getByText('прочитано: 1').waitFor();
      expect(Math.min(...offsets)).toBe(1024 * 1024);
      const notes = { name: 'notes.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no scan at all') };
      await first.locator('input[type=file]').setInputFiles(notes);
      await first.getByText('Это не скан').waitFor();

      await first.getByRole('link', { name: /^Ввод/ }).click();
      await first.getByRole('img', { name: 'страница 1' }).waitFor();
      expect(await first.locator('form.desk input:checked').count()).toBe(2);
      // What was read so far survives a reload.
      const today = new Date(street.app.clock.now()).toISOString().slice(0, 10).split('-').toReversed().join('.');
      await first.locator('input[name=signedOn]').fill(today);
      await first.reload();
      await expect
        .poll(async () => first.locator('input[name=signedOn]').inputValue(), { timeout: 20_000 })
        .toBe(today);
      expect(await first.locator('fieldset.is-pending').count()).toBe(2);
      await acceptAll(first);
      await first.getByText('Введено. Подтверждает второй человек.').waitFor();
      await first.getByRole('button', { name: 'Подтвердить · 1' }).click();
      await first.getByText('Листов для вас здесь нет.').waitFor();

      const other = await enterAs(browser, { ...street, keeper: second }, paper('/entry?task=CONFIRM'));
      await other.getByRole('heading', { name: number }).waitFor();
      expect(await other.locator('fieldset.is-pending').count()).toBe(2);
      await acceptAll(other);
      await other.getByText('Даты нет. Так и есть?').waitFor();
      await other.keyboard.type(today.slice(0, 5).replace('.', ''));
      await other.getByText('Так и есть?').waitFor({ state: 'detached' });
      // A session that ran out takes nothing of what was read.
      await other.context().clearCookies();
      await other.keyboard.press('Enter');
      await signInByKeyboard(other, second);
      await expect
        .poll(async () => other.locator('input[name=signedOn]').inputValue(), { timeout: 20_000 })
        .toBe(today);
      expect(await other.locator('fieldset.is-pending').count()).toBe(0);
      await other.locator('input[name=signedOn]').press('Enter');
      await other.getByText('Учтено: действительно').waitFor();
      await other.goto(`/assemblies/${street.votingId}`);
      await expect
        .poll(async () => other.locator('.turnout-figure').innerText(), { timeout: 20_000 })
        .toContain('66,67 %');
      await Promise.all([first.context().close(), other.context().close()]);
      const minutes = await minutesOf(street);
      expect(minutes).toContain('<Participating exact="543/5">108.60</Participating>');
      expect(minutes).toMatch(/<Decision premises="кв. 2" .* channel="PAPER" sheet="12"\/>/);
    },
  );
});
