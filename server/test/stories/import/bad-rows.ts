import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { csv } from '../../import-world.ts';
import { refusals } from '../../register-world.ts';
import type { ImportScene } from './import-scene.ts';
import { ivanov, register } from './tables-to-import.ts';

export function badRows(scene: ImportScene): void {
  describe('every bad row is named with its reason, and nothing changes', () => {
    it('what a register may be wrong in', async () => {
      const houseId = await scene.house();
      const taken = await scene.imports.rehearsed(
        csv('Квартира;Площадь;Собственник;СНИЛС;Доля', '1;50;Сидоров Пётр;100-000-002 11;1/2'),
        { kind: 'REGISTER', houseId },
      );
      await scene.imports.commit(taken.id);
      const before = await scene.wholeRegister();
      const bad = csv(
        'Квартира;Вид помещения;Площадь;Собственник;СНИЛС;Доля;Дата документа;СНИЛС родителя;Дата рождения',
        '2;квартира;50;Иванов Иван;;2/3;;;',
        '2;квартира;50;Петров Пётр;;1/2;;;',
        '3;квартира;0;Иванов Иван;;1;;;',
        '4;квартира;-5;Иванов Иван;;1;;;',
        '5;квартира;5000000;Иванов Иван;;1;;;',
        '6;квартира;50;Иванов Иван;;1;01.01.2999;;',
        `7;квартира;50;Иванов Иван;${ivanov};1;;;`,
        `8;квартира;50;Кузнецов Олег;${ivanov};1;;;`,
        '9;квартира;50;Иванов Иван;112-233-445 96;1;;;',
        '10;квартира;50;Иванов Иван;;1/2;;;',
        '10;квартира;50;Иванов Иван;;1/2;;;',
        '11;чердак;50;Иванов Иван;;1;;;',
        '12;квартира;=2*25;Иванов Иван;;1;;;',
        '13;квартира;50;Иванов Иван;;33,33%;;;',
        '1;FLAT;50;Другой Кто;100-000-002 11;1/2;;;',
        '1;FLAT;50;Орлов Олег;;2/3;;;',
        '14;квартира;50;Малая Аня;;1;;100-000-003 12;01.02.2015',
        'Квартира;Вид помещения;Площадь;Собственник;СНИЛС;Доля;;;',
        'Итого;;1000;;;;;;',
      );
      const rehearsed = await scene.imports.rehearsed(bad, { kind: 'REGISTER', houseId });
      expect(await scene.imports.reasons(rehearsed.id)).toEqual([
        '2: SHARES_EXCEED_ONE',
        '3: SHARES_EXCEED_ONE',
        '4: AREA_NOT_POSITIVE',
        '5: AREA_NOT_POSITIVE',
        '6: AREA_ABSURD',
        '7: DATE_IN_FUTURE',
        '8: ONE_SNILS_TWO_PEOPLE',
        '9: ONE_SNILS_TWO_PEOPLE',
        '10: SNILS_INVALID',
        '12: SAME_OWNERSHIP_TWICE',
        '13: PREMISES_KIND_UNKNOWN',
        '14: FORMULA',
        '15: SHARE_INEXACT',
        '16: ONE_SNILS_TWO_PEOPLE',
        '17: SHARES_EXCEED_ONE',
        '18: PARENT_UNKNOWN',
        '19: HEADING_REPEATED',
        '20: TOTAL_ROW',
      ]);
      expect(rehearsed.counts).toEqual({ rows: 19, new: 1, same: 0, changed: 0, refused: 18 });
      const { refusalReasons } = (
        await scene.app.ask<{ import: { refusalReasons: { code: string; message: string; rows: number }[] } }>(
          scene.world.admin,
          'query ($id: ID!) { import(id: $id) { refusalReasons { code message rows } } }',
          { id: rehearsed.id },
        )
      ).import;
      const counted = (await scene.imports.reasons(rehearsed.id)).map((one) => one.split(': ')[1] ?? '');
      const expected = [...new Set(counted)].map((code) => [code, counted.filter((one) => one === code).length]);
      expect(new Map(refusalReasons.map(({ code, rows }) => [code, rows]))).toEqual(
        new Map(expected as [string, number][]),
      );
      expect(refusalReasons.map(({ rows }) => rows)).toEqual(
        refusalReasons.map(({ rows }) => rows).toSorted((a, b) => b - a),
      );
      expect(refusalReasons.find(({ code }) => code === 'SHARES_EXCEED_ONE')?.message).toContain('add up to …, above');
      const errors = await scene.imports.rowErrors(rehearsed.id, 7);
      const repeated = errors.find(({ rowNumber }) => rowNumber === 12);
      expect(repeated).toMatchObject({ value: null, otherRow: 11 });
      expect(repeated?.message).toContain('Repeats row 11');
      expect(errors.find(({ rowNumber }) => rowNumber === 10)).toEqual({
        rowNumber: 10,
        column: 5,
        field: 'SNILS',
        code: 'SNILS_INVALID',
        message: 'The SNILS is wrong: its check digits do not agree.',
        value: '112-233-445 96',
        otherRow: null,
      });
      expect(refusals(await scene.change('commitImport', { importId: rehearsed.id }, 'import { id }'))).toEqual([
        'IMPORT_HAS_REFUSED_ROWS input.skipRefused',
      ]);
      expect(await scene.wholeRegister()).toEqual(before);

      await scene.imports.commit(rehearsed.id, true);
      expect(await scene.tables(houseId)).toEqual({ premises: '2', ownerships: '2', owners: '2' });
      expect((await scene.imports.reasons(rehearsed.id)).length).toBe(18);
    });

    it('the failed rows come back as a table that is corrected and imported as it is', async () => {
      const houseId = await scene.house();
      const table = csv(
        'Квартира;Площадь;Собственник;Доля;Телефон',
        '1;50;Иванов Иван;1;',
        '2;0;Петров Пётр;1;+7 916 000-00-01',
        '3;60;=СУММ(A1);1;',
      );
      const rehearsed = await scene.imports.rehearsed(table, { kind: 'REGISTER', houseId });
      const failed = await scene.imports.failedRows(rehearsed.failedRowsPath ?? '');
      expect(failed).toBe(
        [
          '\ufeff"Квартира";"Площадь";"Собственник";"Доля";"Телефон";"Row of the original file";"Reason of refusal"',
          '"2";"0";"Петров Пётр";"1";"\'+7 916 000-00-01";"3";"An area is above zero."',
          '"3";"60";"\'=СУММ(A1)";"1";"";"4";"The cell holds a formula; put its value instead."',
          '',
        ].join('\r\n'),
      );
      expect(await scene.imports.failedRows(rehearsed.failedRowsPath ?? '', 'ru')).toContain(
        '"Площадь должна быть больше нуля."',
      );
      const corrected = failed.replace('"0"', '"45"').replace("'=СУММ(A1)", 'Орлов Олег');
      const again = await scene.imports.rehearsed(Buffer.from(corrected), { kind: 'REGISTER', houseId });
      expect(again.counts).toEqual({ rows: 2, new: 2, same: 0, changed: 0, refused: 0 });
    });

    it('what looks alike is read alike: hard spaces, joiners, Latin letters, floats, vulgar fractions, 190 empty columns', async () => {
      const houseId = await scene.house();
      const plain = await scene.imports.rehearsed(
        csv(
          'Квартира;Площадь;Собственник;СНИЛС;Доля;Этаж',
          `5;1254,5;Иванов Иван Иванович;${ivanov};1/2;2`,
          '51;40;Петров Пётр;;1;3',
        ),
        { kind: 'REGISTER', houseId },
      );
      expect((await scene.imports.commit(plain.id)).state).toBe('COMMITTED');
      const copied = csv(
        `\ufeffКвартира;Площадь;Собственник;СНИЛС;Доля;Этаж${';'.repeat(190)}`,
        '5.0;1\u00a0254,5;Ивaнов\u00a0Иван Ива\u00adнович;112\u2011233\u2011445\u00a095\u200b;½;2.0',
        '51;40,00;Петров Пётр;;1;3',
        '5.1;40;Сидоров Семён;;1;3',
      );
      const again = await scene.imports.rehearsed(copied, { kind: 'REGISTER', houseId });
      expect(await scene.imports.reasons(again.id)).toEqual([]);
      expect(again.counts).toEqual({ rows: 3, new: 1, same: 2, changed: 0, refused: 0 });
    });

    it('a formula of a workbook is refused with its row, whatever it came to', async () => {
      const book = new exceljs.Workbook();
      const sheet = book.addWorksheet('Реестр');
      sheet.addRow(['Квартира', 'Площадь', 'Собственник', 'Доля']);
      sheet.addRow(['1', { formula: '40+10', result: 50 }, 'Иванов Иван', '1']);
      sheet.addRow(['2', 54.3, 'Петров Пётр', new Date('2026-02-01T00:00:00Z')]);
      const content = Buffer.from(await book.xlsx.writeBuffer());
      const rehearsed = await scene.imports.rehearsed(
        content,
        { kind: 'REGISTER', houseId: await scene.house() },
        undefined,
        'реестр.xlsx',
      );
      expect(await scene.imports.reasons(rehearsed.id)).toEqual(['2: FORMULA', '3: CELL_IS_DATE']);
      expect(await scene.imports.rowErrors(rehearsed.id)).toMatchObject([{ value: '=40+10' }, { value: '2026-02-01' }]);
    });

    it('a file that is no table is refused before it is opened', async () => {
      const houseId = await scene.house();
      await expect(
        scene.imports.upload(Buffer.from('MZ\x90\x00\x03\x00\x00', 'latin1'), 'реестр.xlsx'),
      ).rejects.toThrow('FILE_UNREADABLE');
      await expect(scene.imports.upload(Buffer.alloc(0))).rejects.toThrow('FILE_UNREADABLE');
      const picture = await scene.imports.upload(Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'реестр.xlsx');
      const refused = async (fileId: string, more: Record<string, unknown> = {}): Promise<string[]> =>
        refusals(await scene.change('prepareImport', { fileId, kind: 'REGISTER', houseId, ...more }, 'import { id }'));
      expect(await refused(picture)).toEqual(['FILE_UNREADABLE']);
      expect(await refused('FI_AAAAAAAAAAAAAAAAAAAAAA')).toEqual(['FILE_MISSING input.fileId']);
      const blank = await scene.imports.upload(Buffer.from(';;;\r\n;;\r\n'));
      expect(await refused(blank)).toEqual(['FILE_UNREADABLE']);
      const good = await scene.imports.upload(register);
      expect(await refused(good, { kind: 'HOUSES' })).toEqual(['INVALID_INPUT input.houseId']);
      expect(await refused(good, { sheet: null, encoding: 'UTF_8', delimiter: 'COMMA' })).toEqual([]);
      const cyrillic = await scene.imports.upload(Buffer.from([0xca, 0xe2, 0x3b, 0xcf]));
      expect(await refused(cyrillic, { encoding: 'UTF_8' })).toEqual(['FILE_UNREADABLE']);
    });

    it('a mapping that cannot be is refused', async () => {
      const prepared = await scene.imports.prepare(register, { kind: 'REGISTER', houseId: await scene.house() });
      const refused = async (
        columns: readonly { column: number; field: string }[],
        more: Record<string, unknown> = {},
      ): Promise<string[]> =>
        refusals(await scene.change('mapImport', { importId: prepared.id, columns, ...more }, 'import { id }'));
      expect(await refused([{ column: 1, field: 'PREMISES_NUMBER' }])).toEqual(['IMPORT_MAPPING input.columns']);
      expect(await refused([{ column: 1, field: 'STREET' }])).toEqual(['IMPORT_MAPPING input.columns']);
      const enough = [
        { column: 1, field: 'PREMISES_NUMBER' },
        { column: 5, field: 'AREA' },
      ];
      expect(await refused(enough, { ownedSince: '2999-01-01' })).toEqual(['IN_THE_FUTURE input.ownedSince']);
      expect(refusals(await scene.change('rehearseImport', { importId: prepared.id }, 'import { id }'))).toEqual([
        'IMPORT_STATE input.importId',
      ]);
      expect(await refused(enough)).toEqual([]);
    });
  });
}
