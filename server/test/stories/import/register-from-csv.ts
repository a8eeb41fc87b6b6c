import { describe, expect, it } from 'vitest';
import { decodeId } from '../../../src/kernel/global-id.ts';
import { csv } from '../../import-world.ts';
import { refusals } from '../../register-world.ts';
import type { ImportScene } from './import-scene.ts';
import { ivanov, petrova, register, withOgrn } from './tables-to-import.ts';

export function registerFromCsv(scene: ImportScene): void {
  describe('a register from CSV', () => {
    let houseId: string;
    let importId: string;

    it('is opened with a proposal of what its columns mean, and the first rows', async () => {
      houseId = await scene.house();
      const prepared = await scene.imports.prepare(withOgrn(register), { kind: 'REGISTER', houseId });
      importId = prepared.id;
      expect(prepared).toMatchObject({
        state: 'PREPARED',
        hasHeader: true,
        encoding: 'UTF_8',
        delimiter: 'SEMICOLON',
        counts: null,
      });
      expect(prepared.columns.map(({ heading: text, proposedField }) => [text, proposedField])).toEqual([
        ['Квартира', 'PREMISES_NUMBER'],
        ['Вид помещения', 'PREMISES_KIND'],
        ['Подъезд', 'ENTRANCE'],
        ['Этаж', 'FLOOR'],
        ['Площадь, м²', 'AREA'],
        ['Собственник', 'OWNER_NAME'],
        ['СНИЛС', 'SNILS'],
        ['Дата рождения', 'BIRTH_DATE'],
        ['Телефон', 'PHONE'],
        ['Доля', 'SHARE'],
        ['Номер документа', 'TITLE_NUMBER'],
        ['СНИЛС родителя', 'PARENT_SNILS'],
        ['ОГРН', 'OGRN'],
      ]);
      const { import: shown } = await scene.app.ask<{ import: { preview: string[][] } }>(
        scene.world.admin,
        'query ($id: ID!) { import(id: $id) { preview(rows: 2) } }',
        { id: importId },
      );
      expect(shown.preview.map((row) => row.slice(0, 5))).toEqual([
        ['Квартира', 'Вид помещения', 'Подъезд', 'Этаж', 'Площадь, м²'],
        ['1', 'квартира', '1', '2', '54,30'],
      ]);
    });

    it('is rehearsed: every row is counted and nothing changes', async () => {
      const before = await scene.wholeRegister();
      const mapped = await scene.imports.map(await scene.imports.job(importId));
      expect(mapped.state).toBe('MAPPED');
      const rehearsed = await scene.imports.rehearse(importId);
      expect(rehearsed).toMatchObject({
        state: 'REHEARSED',
        failure: null,
        rowsTotal: 5,
        counts: { rows: 5, new: 5, same: 0, changed: 0, refused: 0 },
        failedRowsPath: null,
      });
      expect(await scene.wholeRegister()).toEqual(before);
    });

    it('is committed, with owners, exact shares, a parent and the paper of each area', async () => {
      const committed = await scene.imports.commit(importId);
      expect(committed).toMatchObject({ state: 'COMMITTED', failure: null, rowsDone: 5 });
      expect(await scene.tables(houseId)).toEqual({ premises: '4', ownerships: '4', owners: '4' });
      const { house: known } = await scene.app.ask<{
        house: {
          premises: {
            nodes: {
              number: string;
              area: string;
              ownerships: {
                share: string;
                holders: {
                  displayName: string;
                  snilsMasked: string | null;
                  parents: { parent: { displayName: string } }[];
                }[];
              }[];
            }[];
          };
        };
      }>(
        scene.world.admin,
        `query ($id: ID!) { house(id: $id) { premises(first: 10) { nodes { number area ownerships { share holders {
         displayName snilsMasked parents { parent { displayName } } } } } } } }`,
        { id: houseId },
      );
      const spoken = known.premises.nodes.map(({ number, area, ownerships }) => [
        number,
        area,
        ...ownerships
          .flatMap(({ share, holders }) =>
            holders.map(({ displayName, parents }) =>
              [displayName, share, ...parents.map(({ parent }) => parent.displayName)].join(' '),
            ),
          )
          .toSorted(),
      ]);
      expect(spoken).toEqual([
        ['1', '54.30', 'Иванов Иван Иванович 1/2', 'Петрова Мария 1/2'],
        ['2', '100.50', 'ООО «Ромашка» 1'],
        ['3', '40.00'],
        ['4', '33.30', 'Иванова Анна 1 Иванов Иван Иванович'],
      ]);
      const { rows: areas } = await scene.world.sql.query<{ document: string }>(
        'select distinct a.document from premises_area a join premises p on p.id = a.premises_id where p.house_id = $1',
        [decodeId('House', houseId)],
      );
      expect(areas).toEqual([{ document: 'table.csv' }]);
    });

    it('leaves one line in the journal for each step, without a name or a number of anybody', async () => {
      const { rows } = await scene.world.sql.query<{ command: string; row: string }>(
        `select command, journal::text as row from journal where ids->>'import' = $1 order by id`,
        [decodeId('ImportJob', importId)],
      );
      expect(rows.map(({ command }) => command)).toEqual([
        'prepareImport',
        'mapImport',
        'rehearseImport',
        'finishRehearsal',
        'commitImport',
        'applyImport',
      ]);
      expect(rows.map(({ row }) => row).join()).not.toMatch(/Иванов|11223344595/);
      const { rows: kept } = await scene.world.sql.query('select from import_row where import_id = $1', [
        decodeId('ImportJob', importId),
      ]);
      expect(kept).toEqual([]);
    });

    it('changes nothing when the same file comes again', async () => {
      const before = await scene.wholeRegister();
      const again = await scene.imports.rehearsed(withOgrn(register), { kind: 'REGISTER', houseId });
      expect(again.counts).toEqual({ rows: 5, new: 0, same: 5, changed: 0, refused: 0 });
      expect((await scene.imports.commit(again.id)).state).toBe('COMMITTED');
      expect(await scene.wholeRegister()).toEqual(before);
    });

    it('adds what was not known yet, and takes it away again when undone', async () => {
      const before = await scene.wholeRegister();
      const more = csv(
        'Квартира;Площадь;Этаж;Кадастровый номер;Собственник;СНИЛС;Доля;Телефон;E-mail;Вид документа',
        `1;54,3;3;77:01:0001075:1361;Иванов Иван Иванович;${ivanov};1/2;+7 495 000-00-01;ivan@example.org;ЕГРН`,
        `1;54,3;;;Петрова Мария;${petrova};1/2;;;`,
      );
      const rehearsed = await scene.imports.rehearsed(more, { kind: 'REGISTER', houseId });
      expect(rehearsed.counts).toEqual({ rows: 2, new: 0, same: 1, changed: 1, refused: 0 });
      await scene.imports.commit(rehearsed.id);
      const { rows } = await scene.world.sql.query<{ floor: number; cadastral: string; title: string }>(
        `select p.floor, p.cadastral_number as cadastral, o.title_kind as title from premises p join ownership o on o.premises_id = p.id
        where p.house_id = $1 and p.number = '1' and o.title_number = '77-01/1'`,
        [decodeId('House', houseId)],
      );
      expect(rows).toEqual([{ floor: 3, cadastral: '77:01:0001075:1361', title: 'ЕГРН' }]);
      const details = await scene.world.sql.query<{ id: string }>(
        'select id from person where family_name = $1 and given_name = $2 and withdrawn_at is null',
        ['Иванов', 'Иван'],
      );
      const revealed = await scene.change<{ details: { phones: string[]; emails: string[] } }>(
        'revealPerson',
        {
          personId: `PE_${Buffer.from((details.rows[0]?.id ?? '').replaceAll('-', ''), 'hex').toString('base64url')}`,
          fields: ['PHONES', 'EMAILS'],
          reason: 'сверка',
        },
        'details { phones emails }',
      );
      expect(revealed.details).toEqual({ phones: ['+79161234567', '+74950000001'], emails: ['ivan@example.org'] });
      await scene.imports.step('undoImport', { importId: rehearsed.id });
      const after = (await scene.wholeRegister()) as Record<string, string>;
      // Versions went on, and history stays: only what is said is as before.
      expect({ ...after, person: '', premises: '' }).toEqual({ ...(before as object), person: '', premises: '' });
      const { rows: restored } = await scene.world.sql.query<{ floor: number; cadastral: string | null }>(
        `select floor, cadastral_number as cadastral from premises where house_id = $1 and number = '1'`,
        [decodeId('House', houseId)],
      );
      expect(restored).toEqual([{ floor: 2, cadastral: null }]);
    });

    it('is undone: what it brought is withdrawn, nothing is erased, and it can come again', async () => {
      const undone = await scene.imports.step('undoImport', { importId });
      expect(undone.state).toBe('UNDONE');
      expect(await scene.tables(houseId)).toEqual({ premises: '0', ownerships: '0', owners: '0' });
      const { rows } = await scene.world.sql.query<{ n: string }>(
        'select count(*) as n from premises where house_id = $1',
        [decodeId('House', houseId)],
      );
      expect(rows[0]?.n).toBe('4');
      expect(refusals(await scene.change('undoImport', { importId }, 'import { id }'))).toEqual([
        'IMPORT_STATE input.importId',
      ]);
      expect(refusals(await scene.change('discardImport', { importId }, 'import { id }'))).toEqual([
        'IMPORT_STATE input.importId',
      ]);
      const givenUp = await scene.imports.rehearsed(withOgrn(register), { kind: 'REGISTER', houseId });
      expect((await scene.imports.step('discardImport', { importId: givenUp.id })).state).toBe('DISCARDED');
      for (const next of ['commitImport', 'rehearseImport', 'discardImport']) {
        expect(refusals(await scene.change(next, { importId: givenUp.id }, 'import { id }'))).toEqual([
          'IMPORT_STATE input.importId',
        ]);
      }
      expect(await scene.tables(houseId)).toEqual({ premises: '0', ownerships: '0', owners: '0' });
      const again = await scene.imports.rehearsed(withOgrn(register), { kind: 'REGISTER', houseId });
      expect(again.counts).toMatchObject({ new: 5, refused: 0 });
      await scene.imports.commit(again.id);
      expect(await scene.tables(houseId)).toEqual({ premises: '4', ownerships: '4', owners: '4' });
    });

    it('is either committed or given up, however close the two come', async () => {
      const elsewhere = await scene.house();
      const raced = await scene.imports.rehearsed(withOgrn(register), { kind: 'REGISTER', houseId: elsewhere });
      const answers = await Promise.all(
        ['commitImport', 'discardImport'].map(async (verb) =>
          refusals(await scene.change(verb, { importId: raced.id }, 'import { id }')),
        ),
      );
      expect(answers.flat()).toEqual(['IMPORT_STATE input.importId']);
      const isCommitted = answers[0]?.length === 0;
      const { state } = await scene.imports.settled(raced.id);
      expect(state).toBe(isCommitted ? 'COMMITTED' : 'DISCARDED');
      expect((await scene.tables(elsewhere))['premises']).toBe(isCommitted ? '4' : '0');
    });
  });
}
