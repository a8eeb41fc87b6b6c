import exceljs from 'exceljs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { decodeId } from '../../src/kernel/global-id.ts';
import { startTestApp, type TestApp } from '../harness.ts';
import { csv, importsOf, type Imports } from '../import-world.ts';
import { change, refusals, registerWorld, type RegisterWorld } from '../register-world.ts';

let app: TestApp;
let world: RegisterWorld;
let imports: Imports;
beforeAll(async () => {
  app = await startTestApp();
  world = await registerWorld(app);
  imports = importsOf(app, world.admin);
});
afterAll(async () => {
  await world.close();
  await app.stop();
});

const ivanov = '112-233-445 95';
const petrova = '100-000-001 10';
const heading =
  'Квартира;Вид помещения;Подъезд;Этаж;Площадь, м²;Собственник;СНИЛС;Дата рождения;Телефон;Доля;Номер документа;СНИЛС родителя';

/** Two owners by halves, a company's shop, an unknown owner, a child with its parent. */
const register = csv(
  heading,
  `1;квартира;1;2;54,30;Иванов Иван Иванович;${ivanov};05.06.1980;8 916 123-45-67;1/2;77-01/1;`,
  `1;квартира;1;2;54,30;Петрова Мария;${petrova};;;1/2;77-01/2;`,
  '2;нежилое;1;1;100,5;ООО «Ромашка»;;;;1;77-02/1;',
  '3;квартира;2;1;40;;;;;;;',
  `4;квартира;2;1;33,3;Иванова Анна;;01.02.2015;;1;77-04/1;${ivanov}`,
);

async function tables(houseId: string): Promise<Record<string, string>> {
  const uuid = decodeId('House', houseId);
  const ownerships = `ownership o join premises p on p.id = o.premises_id where p.house_id = '${uuid}' and o.withdrawn_at is null`;
  const { rows } = await world.sql.query<Record<string, string>>(
    `select (select count(*) from premises where house_id = '${uuid}' and withdrawn_at is null) as premises,
       (select count(*) from ${ownerships}) as ownerships,
       (select count(distinct oh.person_id) from ownership_holder oh where oh.ownership_id in (select o.id from ${ownerships})) as owners`,
  );
  return rows[0] ?? {};
}

/** Everything that an import could change, in one number. */
async function wholeRegister(): Promise<unknown> {
  const names = ['house', 'person', 'premises', 'premises_area', 'ownership', 'ownership_holder', 'guardianship'];
  const sums = names.map(
    (name) => `(select md5(coalesce(string_agg(t::text, '' order by t::text), '')) from ${name} t) as ${name}`,
  );
  const { rows } = await world.sql.query(`select ${sums.join(', ')}`);
  return rows[0];
}

async function house(): Promise<string> {
  return world.house({ street: 'ул. Загрузочная' });
}

/** The company's ОГРН goes into a column of its own. */
function withOgrn(content: Buffer): Buffer {
  const lines = content.toString().split('\r\n');
  return csv(
    ...lines.map((line, at) => `${line};${at === 0 ? 'ОГРН' : line.includes('Ромашка') ? '1027700132195' : ''}`),
  );
}

describe('a register from CSV', () => {
  let houseId: string;
  let importId: string;

  it('is opened with a proposal of what its columns mean, and the first rows', async () => {
    houseId = await house();
    const prepared = await imports.prepare(withOgrn(register), { kind: 'REGISTER', houseId });
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
    const { import: shown } = await app.ask<{ import: { preview: string[][] } }>(
      world.admin,
      'query ($id: ID!) { import(id: $id) { preview(rows: 2) } }',
      { id: importId },
    );
    expect(shown.preview.map((row) => row.slice(0, 5))).toEqual([
      ['Квартира', 'Вид помещения', 'Подъезд', 'Этаж', 'Площадь, м²'],
      ['1', 'квартира', '1', '2', '54,30'],
    ]);
  });

  it('is rehearsed: every row is counted and nothing changes', async () => {
    const before = await wholeRegister();
    const mapped = await imports.map(await imports.job(importId));
    expect(mapped.state).toBe('MAPPED');
    const rehearsed = await imports.rehearse(importId);
    expect(rehearsed).toMatchObject({
      state: 'REHEARSED',
      failure: null,
      rowsTotal: 5,
      counts: { rows: 5, new: 5, same: 0, changed: 0, refused: 0 },
      failedRowsPath: null,
    });
    expect(await wholeRegister()).toEqual(before);
  });

  it('is committed, with owners, exact shares, a parent and the paper of each area', async () => {
    const committed = await imports.commit(importId);
    expect(committed).toMatchObject({ state: 'COMMITTED', failure: null, rowsDone: 5 });
    expect(await tables(houseId)).toEqual({ premises: '4', ownerships: '4', owners: '4' });
    const { house: known } = await app.ask<{
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
      world.admin,
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
    const { rows: areas } = await world.sql.query<{ document: string }>(
      'select distinct a.document from premises_area a join premises p on p.id = a.premises_id where p.house_id = $1',
      [decodeId('House', houseId)],
    );
    expect(areas).toEqual([{ document: 'table.csv' }]);
  });

  it('leaves one line in the journal for each step, without a name or a number of anybody', async () => {
    const { rows } = await world.sql.query<{ command: string; row: string }>(
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
    const { rows: kept } = await world.sql.query('select from import_row where import_id = $1', [
      decodeId('ImportJob', importId),
    ]);
    expect(kept).toEqual([]);
  });

  it('changes nothing when the same file comes again', async () => {
    const before = await wholeRegister();
    const again = await imports.rehearsed(withOgrn(register), { kind: 'REGISTER', houseId });
    expect(again.counts).toEqual({ rows: 5, new: 0, same: 5, changed: 0, refused: 0 });
    expect((await imports.commit(again.id)).state).toBe('COMMITTED');
    expect(await wholeRegister()).toEqual(before);
  });

  it('adds what was not known yet, and takes it away again when undone', async () => {
    const before = await wholeRegister();
    const more = csv(
      'Квартира;Площадь;Этаж;Кадастровый номер;Собственник;СНИЛС;Доля;Телефон;E-mail;Вид документа',
      `1;54,3;3;77:01:0001075:1361;Иванов Иван Иванович;${ivanov};1/2;+7 495 000-00-01;ivan@example.org;ЕГРН`,
      `1;54,3;;;Петрова Мария;${petrova};1/2;;;`,
    );
    const rehearsed = await imports.rehearsed(more, { kind: 'REGISTER', houseId });
    expect(rehearsed.counts).toEqual({ rows: 2, new: 0, same: 1, changed: 1, refused: 0 });
    await imports.commit(rehearsed.id);
    const { rows } = await world.sql.query<{ floor: number; cadastral: string; title: string }>(
      `select p.floor, p.cadastral_number as cadastral, o.title_kind as title from premises p join ownership o on o.premises_id = p.id
        where p.house_id = $1 and p.number = '1' and o.title_number = '77-01/1'`,
      [decodeId('House', houseId)],
    );
    expect(rows).toEqual([{ floor: 3, cadastral: '77:01:0001075:1361', title: 'ЕГРН' }]);
    const details = await world.sql.query<{ id: string }>(
      'select id from person where family_name = $1 and given_name = $2 and withdrawn_at is null',
      ['Иванов', 'Иван'],
    );
    const revealed = await change<{ details: { phones: string[]; emails: string[] } }>(
      app,
      world.admin,
      'revealPerson',
      {
        personId: `PE_${Buffer.from((details.rows[0]?.id ?? '').replaceAll('-', ''), 'hex').toString('base64url')}`,
        fields: ['PHONES', 'EMAILS'],
        reason: 'сверка',
      },
      'details { phones emails }',
    );
    expect(revealed.details).toEqual({ phones: ['+79161234567', '+74950000001'], emails: ['ivan@example.org'] });
    await imports.step('undoImport', { importId: rehearsed.id });
    const after = (await wholeRegister()) as Record<string, string>;
    // Versions went on, and history stays: only what is said is as before.
    expect({ ...after, person: '', premises: '' }).toEqual({ ...(before as object), person: '', premises: '' });
    const { rows: restored } = await world.sql.query<{ floor: number; cadastral: string | null }>(
      `select floor, cadastral_number as cadastral from premises where house_id = $1 and number = '1'`,
      [decodeId('House', houseId)],
    );
    expect(restored).toEqual([{ floor: 2, cadastral: null }]);
  });

  it('is undone: what it brought is withdrawn, nothing is erased, and it can come again', async () => {
    const undone = await imports.step('undoImport', { importId });
    expect(undone.state).toBe('UNDONE');
    expect(await tables(houseId)).toEqual({ premises: '0', ownerships: '0', owners: '0' });
    const { rows } = await world.sql.query<{ n: string }>('select count(*) as n from premises where house_id = $1', [
      decodeId('House', houseId),
    ]);
    expect(rows[0]?.n).toBe('4');
    expect(refusals(await change(app, world.admin, 'undoImport', { importId }, 'import { id }'))).toEqual([
      'IMPORT_STATE input.importId',
    ]);
    const again = await imports.rehearsed(withOgrn(register), { kind: 'REGISTER', houseId });
    expect(again.counts).toMatchObject({ new: 5, refused: 0 });
    await imports.commit(again.id);
    expect(await tables(houseId)).toEqual({ premises: '4', ownerships: '4', owners: '4' });
  });
});

describe('every bad row is named with its reason, and nothing changes', () => {
  it('what a register may be wrong in', async () => {
    const houseId = await house();
    const taken = await imports.rehearsed(
      csv('Квартира;Площадь;Собственник;СНИЛС;Доля', '1;50;Сидоров Пётр;100-000-002 11;1/2'),
      { kind: 'REGISTER', houseId },
    );
    await imports.commit(taken.id);
    const before = await wholeRegister();
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
    const rehearsed = await imports.rehearsed(bad, { kind: 'REGISTER', houseId });
    expect(await imports.reasons(rehearsed.id)).toEqual([
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
    const errors = await imports.rowErrors(rehearsed.id, 7);
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
    expect(
      refusals(await change(app, world.admin, 'commitImport', { importId: rehearsed.id }, 'import { id }')),
    ).toEqual(['IMPORT_HAS_REFUSED_ROWS input.skipRefused']);
    expect(await wholeRegister()).toEqual(before);

    await imports.commit(rehearsed.id, true);
    expect(await tables(houseId)).toEqual({ premises: '2', ownerships: '2', owners: '2' });
    expect((await imports.reasons(rehearsed.id)).length).toBe(18);
  });

  it('the failed rows come back as a table that is corrected and imported as it is', async () => {
    const houseId = await house();
    const table = csv(
      'Квартира;Площадь;Собственник;Доля;Телефон',
      '1;50;Иванов Иван;1;',
      '2;0;Петров Пётр;1;+7 916 000-00-01',
      '3;60;=СУММ(A1);1;',
    );
    const rehearsed = await imports.rehearsed(table, { kind: 'REGISTER', houseId });
    const failed = await imports.failedRows(rehearsed.failedRowsPath ?? '');
    expect(failed).toBe(
      [
        '\ufeff"Квартира";"Площадь";"Собственник";"Доля";"Телефон";"Row of the original file";"Reason of refusal"',
        '"2";"0";"Петров Пётр";"1";"\'+7 916 000-00-01";"3";"An area is above zero."',
        '"3";"60";"\'=СУММ(A1)";"1";"";"4";"The cell holds a formula; put its value instead."',
        '',
      ].join('\r\n'),
    );
    expect(await imports.failedRows(rehearsed.failedRowsPath ?? '', 'ru')).toContain(
      '"Площадь должна быть больше нуля."',
    );
    const corrected = failed.replace('"0"', '"45"').replace("'=СУММ(A1)", 'Орлов Олег');
    const again = await imports.rehearsed(Buffer.from(corrected), { kind: 'REGISTER', houseId });
    expect(again.counts).toEqual({ rows: 2, new: 2, same: 0, changed: 0, refused: 0 });
  });

  it('what looks alike is read alike: hard spaces, joiners, Latin letters, floats, vulgar fractions, 190 empty columns', async () => {
    const houseId = await house();
    const plain = await imports.rehearsed(
      csv(
        'Квартира;Площадь;Собственник;СНИЛС;Доля;Этаж',
        `5;1254,5;Иванов Иван Иванович;${ivanov};1/2;2`,
        '51;40;Петров Пётр;;1;3',
      ),
      { kind: 'REGISTER', houseId },
    );
    expect((await imports.commit(plain.id)).state).toBe('COMMITTED');
    const copied = csv(
      `\ufeffКвартира;Площадь;Собственник;СНИЛС;Доля;Этаж${';'.repeat(190)}`,
      '5.0;1\u00a0254,5;Ивaнов\u00a0Иван Ива\u00adнович;112\u2011233\u2011445\u00a095\u200b;½;2.0',
      '51;40,00;Петров Пётр;;1;3',
      '5.1;40;Сидоров Семён;;1;3',
    );
    const again = await imports.rehearsed(copied, { kind: 'REGISTER', houseId });
    expect(await imports.reasons(again.id)).toEqual([]);
    expect(again.counts).toEqual({ rows: 3, new: 1, same: 2, changed: 0, refused: 0 });
  });

  it('a formula of a workbook is refused with its row, whatever it came to', async () => {
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('Реестр');
    sheet.addRow(['Квартира', 'Площадь', 'Собственник', 'Доля']);
    sheet.addRow(['1', { formula: '40+10', result: 50 }, 'Иванов Иван', '1']);
    sheet.addRow(['2', 54.3, 'Петров Пётр', new Date('2026-02-01T00:00:00Z')]);
    const content = Buffer.from(await book.xlsx.writeBuffer());
    const rehearsed = await imports.rehearsed(
      content,
      { kind: 'REGISTER', houseId: await house() },
      undefined,
      'реестр.xlsx',
    );
    expect(await imports.reasons(rehearsed.id)).toEqual(['2: FORMULA', '3: CELL_IS_DATE']);
    expect(await imports.rowErrors(rehearsed.id)).toMatchObject([{ value: '=40+10' }, { value: '2026-02-01' }]);
  });

  it('a file that is no table is refused before it is opened', async () => {
    const houseId = await house();
    await expect(imports.upload(Buffer.from('MZ\x90\x00\x03\x00\x00', 'latin1'), 'реестр.xlsx')).rejects.toThrow(
      'FILE_UNREADABLE',
    );
    await expect(imports.upload(Buffer.alloc(0))).rejects.toThrow('FILE_UNREADABLE');
    const picture = await imports.upload(Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'реестр.xlsx');
    const refused = async (fileId: string, more: Record<string, unknown> = {}): Promise<string[]> =>
      refusals(
        await change(
          app,
          world.admin,
          'prepareImport',
          { fileId, kind: 'REGISTER', houseId, ...more },
          'import { id }',
        ),
      );
    expect(await refused(picture)).toEqual(['FILE_UNREADABLE']);
    expect(await refused('FI_AAAAAAAAAAAAAAAAAAAAAA')).toEqual(['FILE_MISSING input.fileId']);
    const blank = await imports.upload(Buffer.from(';;;\r\n;;\r\n'));
    expect(await refused(blank)).toEqual(['FILE_UNREADABLE']);
    const good = await imports.upload(register);
    expect(await refused(good, { kind: 'HOUSES' })).toEqual(['INVALID_INPUT input.houseId']);
    expect(await refused(good, { sheet: null, encoding: 'UTF_8', delimiter: 'COMMA' })).toEqual([]);
    const cyrillic = await imports.upload(Buffer.from([0xca, 0xe2, 0x3b, 0xcf]));
    expect(await refused(cyrillic, { encoding: 'UTF_8' })).toEqual(['FILE_UNREADABLE']);
  });

  it('a mapping that cannot be is refused', async () => {
    const prepared = await imports.prepare(register, { kind: 'REGISTER', houseId: await house() });
    const refused = async (
      columns: readonly { column: number; field: string }[],
      more: Record<string, unknown> = {},
    ): Promise<string[]> =>
      refusals(
        await change(app, world.admin, 'mapImport', { importId: prepared.id, columns, ...more }, 'import { id }'),
      );
    expect(await refused([{ column: 1, field: 'PREMISES_NUMBER' }])).toEqual(['IMPORT_MAPPING input.columns']);
    expect(await refused([{ column: 1, field: 'STREET' }])).toEqual(['IMPORT_MAPPING input.columns']);
    const enough = [
      { column: 1, field: 'PREMISES_NUMBER' },
      { column: 5, field: 'AREA' },
    ];
    expect(await refused(enough, { ownedSince: '2999-01-01' })).toEqual(['IN_THE_FUTURE input.ownedSince']);
    expect(
      refusals(await change(app, world.admin, 'rehearseImport', { importId: prepared.id }, 'import { id }')),
    ).toEqual(['IMPORT_STATE input.importId']);
    expect(await refused(enough)).toEqual([]);
  });
});

describe('houses', () => {
  const table = csv(
    'Улица;Дом;Корпус;Город;Этажей;Год',
    'Сосновая ул.;1;;г. Москва;9;1972',
    'ул. Сосновая;1;;Москва;9;1972',
    'Сосновая ул.;2; корп.1;г. Москва;5;1960',
    ';3;;г. Москва;5;1960',
    'Сосновая ул.;;;г. Москва;5;1960',
    'Сосновая ул.;4;;;5;1960',
    'Сосновая ул.;Б/Н;;г. Москва;5;1960',
  );
  let importId: string;

  it('come in by their addresses; a row without street, number or settlement, or the same address again, is named', async () => {
    const rehearsed = await imports.rehearsed(table, { kind: 'HOUSES' });
    importId = rehearsed.id;
    expect(rehearsed.counts).toEqual({ rows: 7, new: 2, same: 0, changed: 0, refused: 5 });
    expect(await imports.reasons(importId)).toEqual([
      '3: SAME_ADDRESS',
      '5: STREET_MISSING',
      '6: HOUSE_NUMBER_MISSING',
      '7: SETTLEMENT_MISSING',
      '8: HOUSE_NUMBER_MISSING',
    ]);
    await imports.commit(importId, true);
    const { houses } = await app.ask<{
      houses: { nodes: { street: string; number: string; block: string | null; storeys: number }[] };
    }>(world.admin, '{ houses(first: 10, filter: { text: "Сосновая" }) { nodes { street number block storeys } } }');
    expect(houses.nodes).toEqual([
      { street: 'Сосновая ул.', number: '1', block: null, storeys: 9 },
      { street: 'Сосновая ул.', number: '2', block: 'корп.1', storeys: 5 },
    ]);
  });

  it('are described anew by a later table, which can be undone while nobody has touched them since', async () => {
    const storeys = async (): Promise<number[]> =>
      (
        await app.ask<{ houses: { nodes: { storeys: number }[] } }>(
          world.admin,
          '{ houses(first: 10, filter: { text: "Сосновая" }) { nodes { storeys } } }',
        )
      ).houses.nodes.map((one) => one.storeys);
    const later = await imports.rehearsed(
      csv('Улица;Дом;Город;Этажей', 'ул. Сосновая;1;Москва;9', 'Сосновая ул.;2 корп. 1;Москва;6', 'ул.;3;Москва;6'),
      { kind: 'HOUSES' },
    );
    expect(later.counts).toEqual({ rows: 3, new: 0, same: 1, changed: 1, refused: 1 });
    expect(await imports.reasons(later.id)).toEqual(['4: STREET_MISSING']);
    await imports.commit(later.id, true);
    expect(await storeys()).toEqual([9, 6]);
    expect((await imports.step('undoImport', { importId: later.id })).state).toBe('UNDONE');
    expect(await storeys()).toEqual([9, 5]);
  });

  it('are not undone once anything stands on them', async () => {
    const { houses } = await app.ask<{ houses: { nodes: { id: string }[] } }>(
      world.admin,
      '{ houses(first: 1, filter: { text: "Сосновая 1" }) { nodes { id } } }',
    );
    const premises = await world.premises(houses.nodes[0]?.id ?? '', '50');
    const refused = await change(app, world.admin, 'undoImport', { importId }, 'import { id }');
    expect(refusals(refused)).toEqual(['IMPORT_IN_USE']);
    expect(refused.userErrors[0]?.message).toBe(
      'What was imported is in use and cannot be undone: the house has premises.',
    );
    await world.sql.query('update premises set withdrawn_at = now() where id = $1', [decodeId('Premises', premises)]);
    expect((await imports.step('undoImport', { importId })).state).toBe('UNDONE');
    const again = await imports.rehearsed(table, { kind: 'HOUSES' });
    expect(again.counts).toMatchObject({ new: 2, refused: 5 });
  });
});

describe('an import that something was built on stays', () => {
  async function imported(): Promise<{ houseId: string; importId: string; premises: string; owner: string }> {
    const houseId = await house();
    const rehearsed = await imports.rehearsed(
      csv('Квартира;Площадь;Собственник;Доля', '1;50;Иванов Иван;1', '2;50;Петров Пётр;1'),
      { kind: 'REGISTER', houseId },
    );
    await imports.commit(rehearsed.id);
    const { house: known } = await app.ask<{
      house: { premises: { nodes: { id: string; ownerships: { holders: { id: string }[] }[] }[] } };
    }>(
      world.admin,
      'query ($id: ID!) { house(id: $id) { premises(first: 1) { nodes { id ownerships { holders { id } } } } } }',
      { id: houseId },
    );
    const [first] = known.premises.nodes;
    return {
      houseId,
      importId: rehearsed.id,
      premises: first?.id ?? '',
      owner: first?.ownerships[0]?.holders[0]?.id ?? '',
    };
  }
  const reason = async (importId: string): Promise<string> =>
    (await change(app, world.admin, 'undoImport', { importId }, 'import { id }')).userErrors[0]?.message.replace(
      /^.*: /,
      '',
    ) ?? 'undone';

  it('by a transfer', async () => {
    const { importId, premises } = await imported();
    const buyer = await world.person('Покупатель');
    await world
      .idOf(world.admin, 'recordTransfer', 'premises', {
        premisesId: premises,
        toIds: [buyer],
        title: { kind: 'ЕГРН' },
      })
      .catch(() => '');
    const { rows } = await world.sql.query<{ n: string }>(
      `select count(*) as n from ownership where premises_id = $1 and until is not null`,
      [decodeId('Premises', premises)],
    );
    if (rows[0]?.n === '0') {
      const { rows: owned } = await world.sql.query<{ id: string }>('select id from ownership where premises_id = $1', [
        decodeId('Premises', premises),
      ]);
      await world.sql.query('update ownership set until = now() where id = $1', [owned[0]?.id]);
    }
    expect(await reason(importId)).toBe('an ownership passed on or ended.');
  });

  it('by a corrected area', async () => {
    const { importId, premises } = await imported();
    await change(
      app,
      world.admin,
      'correctArea',
      { premisesId: premises, area: '51', document: 'план' },
      'premises { id }',
    );
    expect(await reason(importId)).toBe('what was imported was changed since.');
  });

  it('by an assembly that is announced', async () => {
    const { houseId, importId } = await imported();
    await world.sql.query(
      `insert into assembly (id, house_id, form, legal_mode, state, title, annual, teller_ids, live_counts, time_zone, created_at, roll_version)
       values (gen_random_uuid(), $1, 'SYSTEM', 'PAPER_BACKED', 'ANNOUNCED', 'Собрание', false, '{}', 'TURNOUT_ONLY', 'Europe/Moscow', now(), 0)`,
      [decodeId('House', houseId)],
    );
    expect(await reason(importId)).toBe('an assembly is built on this register.');
    expect(await tables(houseId)).toEqual({ premises: '2', ownerships: '2', owners: '2' });
  });

  it('but not by people whom others know by now', async () => {
    const { importId, owner } = await imported();
    const elsewhere = await world.premises(await house(), '30');
    await world.ownership(elsewhere, [owner]);
    expect(await reason(importId)).toBe('undone');
    const { rows } = await world.sql.query<{ kept: boolean }>(
      'select withdrawn_at is null as kept from person where id = $1',
      [decodeId('Person', owner)],
    );
    expect(rows).toEqual([{ kept: true }]);
  });
});

const orlova = csv(
  'Квартира;Площадь;Собственник;СНИЛС;Доля',
  '1;50;Орлова Ольга;100-000-004 13;1',
  '2;50;Сергеев Сергей;;1',
);

describe('what happens meanwhile', () => {
  it('makes the commit refuse: what was shown is what enters, or nothing does', async () => {
    const houseId = await house();
    const rehearsed = await imports.rehearsed(orlova, { kind: 'REGISTER', houseId });
    await world.premises(houseId, '50', { number: '1' });
    const failed = await imports.commit(rehearsed.id);
    expect(failed).toMatchObject({ state: 'REHEARSED', failure: { code: 'IMPORT_STALE' } });
    expect(await tables(houseId)).toMatchObject({ premises: '1', ownerships: '0' });
    const again = await imports.rehearse(rehearsed.id);
    expect(again).toMatchObject({ state: 'REHEARSED', failure: null, counts: { new: 2 } });
    expect((await imports.commit(rehearsed.id)).state).toBe('COMMITTED');
  });

  it('a connection that breaks undoes the whole commit', async () => {
    const houseId = await house();
    const rehearsed = await imports.rehearsed(csv('Квартира;Площадь', '1;50', '2;60'), { kind: 'REGISTER', houseId });
    const holder = new pg.Client({ connectionString: app.databaseUrl });
    await holder.connect();
    try {
      // The second of the two numbers is taken by somebody who has not committed yet.
      await holder.query('begin');
      await holder.query(
        `insert into premises (id, house_id, kind, number, number_key, area_hundredths, created_at)
       values (gen_random_uuid(), $1, 'FLAT', '2', '000002', 6000, now())`,
        [decodeId('House', houseId)],
      );
      await imports.step('commitImport', { importId: rehearsed.id });
      await vi.waitFor(async () => {
        const { rows } = await world.sql.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and query ~ 'insert into premises'`,
        );
        expect(rows.length).toBeGreaterThan(0);
      });
      const failed = await imports.settled(rehearsed.id);
      expect(failed).toMatchObject({ state: 'REHEARSED', failure: { code: 'IMPORT_FAILED' } });
    } finally {
      await holder.end();
    }
    expect(await tables(houseId)).toEqual({ premises: '0', ownerships: '0', owners: '0' });
    expect((await imports.commit(rehearsed.id)).state).toBe('COMMITTED');
    expect(await tables(houseId)).toMatchObject({ premises: '2' });
  });

  it('owners found while voting runs are told to the roll', async () => {
    const houseId = await house();
    const premises = await world.premises(houseId, '50', { number: '7' });
    const [assembly] = (
      await world.sql.query<{ id: string }>(
        `insert into assembly (id, house_id, form, legal_mode, state, title, annual, teller_ids, live_counts, time_zone, created_at, opens_at, closes_at, roll_version, common_unit)
         values (gen_random_uuid(), $1, 'SYSTEM', 'PAPER_BACKED', 'VOTING', 'Собрание', false, '{}', 'TURNOUT_ONLY', 'Europe/Moscow', $2, $2, $3, 1, 1) returning id`,
        [decodeId('House', houseId), new Date(app.clock.now() - 1000), new Date(app.clock.now() + 86_400_000)],
      )
    ).rows;
    await world.sql.query(
      `insert into roll_premises (assembly_id, premises_id, kind, number, number_key, area_hundredths) values ($1, $2, 'FLAT', '7', '000007', 5000)`,
      [assembly?.id, decodeId('Premises', premises)],
    );
    const rehearsed = await imports.rehearsed(
      csv('Квартира;Площадь;Собственник;Доля', '7;50;Найдёнов Павел;1', '8;50;Новиков Пётр;1'),
      { kind: 'REGISTER', houseId },
    );
    expect(rehearsed.counts).toMatchObject({ new: 2 });
    expect((await imports.commit(rehearsed.id)).state).toBe('COMMITTED');
    const { rows } = await world.sql.query('select premises_id from roll_entry where assembly_id = $1', [assembly?.id]);
    expect(rows).toEqual([{ premises_id: decodeId('Premises', premises) }]);
  });
});

describe('who may', () => {
  it('an administrator of the organisation brings in the register of its houses, with a token that may write people', async () => {
    const organisation = await world.organisation('УК Загрузка');
    const houseId = await world.house({ street: 'ул. Правая', organisationId: organisation });
    const keeper = await world.staff('ASSEMBLY_ADMINISTRATOR', { organisation });
    const own = importsOf(app, keeper);
    const rehearsed = await own.rehearsed(csv('Квартира;Площадь', '1;50'), { kind: 'REGISTER', houseId });
    expect((await own.commit(rehearsed.id)).state).toBe('COMMITTED');
    const fileId = await own.upload(register);
    const refused = async (token: string, input: Record<string, unknown>): Promise<string[]> =>
      refusals(await change(app, token, 'prepareImport', { fileId, ...input }, 'import { id }'));
    expect(await refused(keeper, { kind: 'HOUSES' })).toEqual(['NOT_ALLOWED']);
    expect(await refused(keeper, { kind: 'REGISTER', houseId: await house() })).toEqual(['NOT_ALLOWED']);
    const other = await world.staff('ASSEMBLY_ADMINISTRATOR', { house: houseId });
    expect(await refused(other, { kind: 'REGISTER', houseId })).toEqual(['FILE_MISSING input.fileId']);
    const { imports: seen } = await app.ask<{ imports: { totalCount: number; nodes: { id: string }[] } }>(
      other,
      '{ imports(first: 10) { totalCount nodes { id } } }',
    );
    expect(seen).toEqual({ totalCount: 1, nodes: [{ id: rehearsed.id }] });
    const inState = async (state: string): Promise<unknown> =>
      (
        await app.ask<{ imports: { nodes: unknown[] } }>(
          other,
          'query ($states: [ImportState!]) { imports(first: 10, states: $states) { nodes { house { id } } } }',
          { states: [state] },
        )
      ).imports.nodes;
    expect(await inState('COMMITTED')).toEqual([{ house: { id: houseId } }]);
    expect(await inState('REHEARSED')).toEqual([]);
    const named = async (text: string): Promise<unknown> =>
      (
        await app.ask<{ imports: { totalCount: number } }>(
          other,
          'query ($text: String) { imports(first: 1, text: $text) { totalCount } }',
          { text },
        )
      ).imports.totalCount;
    expect(await Promise.all(['Правая', 'правая csv', 'Левая'].map(named))).toEqual([1, 1, 0]);
  });

  it('failed rows, and what stands in them, are for those who keep the register', async () => {
    const rehearsed = await imports.rehearsed(csv('Квартира;Площадь', '1;0'), {
      kind: 'REGISTER',
      houseId: await house(),
    });
    const path = rehearsed.failedRowsPath ?? '';
    const status = async (token: string | null, of = path): Promise<number> =>
      (await fetch(`${app.url}${of}`, { headers: token === null ? {} : { authorization: `Bearer ${token}` } })).status;
    expect(await status(null)).toBe(401);
    expect(await status(await world.staff('CALL_CENTRE_OPERATOR'))).toBe(403);
    expect(await status(await world.staff('ASSEMBLY_ADMINISTRATOR', { house: await house() }))).toBe(404);
    expect(await status(world.admin)).toBe(200);
    const auditorToken = await world.staff('AUDITOR');
    const auditor = importsOf(app, auditorToken);
    expect(await auditor.job(rehearsed.id)).toMatchObject({ counts: { refused: 1 }, failedRowsPath: null });
    expect(await auditor.rowErrors(rehearsed.id)).toMatchObject([{ rowNumber: 2, column: 2, value: null }]);
    expect(await status(auditorToken)).toBe(403);
    expect(await status(auditorToken, `/files/${rehearsed.fileId}`)).not.toBe(200);
    expect(await status(world.admin, `/files/${rehearsed.fileId}`)).toBe(200);
  });
});

// Last, because the world above knows only the first server.
describe('a restart', () => {
  it('a server that stops in the middle leaves nothing half done, and the next one begins anew', async () => {
    const houseId = await house();
    const rehearsed = await imports.rehearsed(orlova, { kind: 'REGISTER', houseId });
    // Holds the register of the house, so that the commit waits within its transaction.
    const holder = new pg.Client({ connectionString: app.databaseUrl });
    await holder.connect();
    let restarting: Promise<TestApp>;
    try {
      await holder.query('select pg_advisory_lock(hashtextextended($1, 0))', [decodeId('House', houseId)]);
      await imports.step('commitImport', { importId: rehearsed.id });
      await vi.waitFor(async () => {
        const { rows } = await world.sql.query(
          `select from pg_stat_activity where wait_event = 'advisory' and query ~ 'pg_advisory_xact_lock'`,
        );
        expect(rows.length).toBeGreaterThan(0);
      });
      expect((await imports.job(rehearsed.id)).state).toBe('COMMITTING');
      restarting = app.restart();
    } finally {
      await holder.end();
    }
    app = await restarting;
    imports = importsOf(app, world.admin);
    const committed = await imports.settled(rehearsed.id);
    expect(committed).toMatchObject({ state: 'COMMITTED', counts: { new: 2 } });
    expect(await tables(houseId)).toEqual({ premises: '2', ownerships: '2', owners: '2' });
  });
});
