import type { Page } from 'playwright-core';
import type { Database } from '../../src/kernel/database.ts';
import type { PageLayout } from '../../src/modules/paper/index.ts';
import { picturesOf, ticked } from '../../test/scanned-paper.ts';

/** Whose house votes: whom the demo signs in as an owner. */
const owner = 'Чернов Михаил Петрович';
const answers = ['FOR', 'FOR', 'AGAINST', 'ABSTAIN', 'FOR'] as const;

/** Prints the ballot of one owner, marks it with a pen, scans it and opens the desk where it is entered. */
export async function scanBallot(page: Page, { database }: { readonly database: Database }): Promise<void> {
  await page.getByRole('link', { name: 'Бумага', exact: true }).click();
  await page.getByRole('link', { name: 'Печать' }).click();
  await page.getByRole('button', { name: 'Один собственник' }).click();
  await page.getByLabel('Собственник', { exact: true }).fill(owner);
  await page.locator('.found button').first().click();
  await page.getByRole('button', { name: 'Напечатать' }).click();
  const url = await page.getByRole('link', { name: 'Скачать' }).first().getAttribute('href');
  const pictures = await picturesOf(await (await page.request.get(url ?? '')).body());
  const [form] = await database.read<{ pages: PageLayout[] }>(
    'select pages from paper_form order by created_at desc limit 1',
  );
  const files = await Promise.all(
    pictures.map(async (picture, at) => {
      const layout = form?.pages[at];
      let buffer = picture;
      for (const item of new Set(layout?.boxes.map((box) => box.item))) {
        if (layout) buffer = await ticked(buffer, layout, answers[(item - 1) % answers.length] ?? 'FOR', item);
      }
      const mimeType = buffer === picture ? 'image/png' : 'image/jpeg';
      return { name: `скан-${String(at + 1)}.${mimeType.slice(6)}`, mimeType, buffer };
    }),
  );
  await page.getByRole('link', { name: 'Сканы' }).click();
  await page.locator('input[type=file]').setInputFiles(files);
  await page
    .getByText(/прочитано: \d/)
    .first()
    .waitFor();
  await page.getByRole('link', { name: /^Ввод/ }).click();
  await page.getByRole('img', { name: 'страница 1' }).waitFor();
  // What the machine saw of the first item is taken over; the next one waits for the key.
  await page.locator('fieldset:first-of-type input:focus').waitFor();
  await page.keyboard.press('Enter');
}
