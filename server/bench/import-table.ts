import { writeFileSync } from 'node:fs';
import exceljs from 'exceljs';

const headings = [
  'Номер помещения',
  'Вид помещения',
  'Подъезд',
  'Этаж',
  'Площадь, м²',
  'Кадастровый номер',
  'Собственник',
  'СНИЛС',
  'Дата рождения',
  'Телефон',
  'Электронная почта',
  'Доля',
  'Совместная',
  'Вид документа',
  'Номер документа',
  'Дата документа',
] as const;

const families = [
  'Иванов',
  'Петров',
  'Сидоров',
  'Кузнецов',
  'Смирнов',
  'Попов',
  'Васильев',
  'Соколов',
  'Морозов',
  'Волков',
];
const givens = ['Иван', 'Пётр', 'Алексей', 'Дмитрий', 'Сергей', 'Николай', 'Андрей', 'Михаил', 'Юрий', 'Олег'];
const patronymics = ['Иванович', 'Петрович', 'Алексеевич', 'Дмитриевич', 'Сергеевич', 'Николаевич', 'Андреевич'];

function of<One>(list: readonly One[], at: number): One {
  const found = list[at % list.length];
  if (found === undefined) throw new Error('an empty list');
  return found;
}

/** Eleven digits whose check number agrees. */
function snils(serial: number): string {
  const digits = String(100_000_000 + serial).slice(0, 9);
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (9 - at), 0);
  return `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)} ${String((sum % 101) % 100).padStart(2, '0')}`;
}

/** The owners of one flat: alone, two by halves, or a couple jointly; every owner somebody else. */
function* owners(): Generator<{ readonly flat: number; readonly share: string; readonly joint: string }> {
  for (let flat = 1; ; flat += 1) {
    if (flat % 5 < 2) yield { flat, share: '1', joint: '' };
    else {
      const [share, joint] = flat % 5 === 4 ? ['1', 'да'] : ['1/2', ''];
      yield { flat, share, joint };
      yield { flat, share, joint };
    }
  }
}

/** A register as a managing company keeps it: one house of many flats, so many rows in all, cell by cell. */
function* registerRows(rows: number): Generator<(string | number)[]> {
  let row = 0;
  for (const { flat, share, joint } of owners()) {
    if (row === rows) return;
    row += 1;
    const digits = String(1_000_000 + row);
    yield [
      String(flat),
      'Квартира',
      1 + (flat % 20),
      1 + (flat % 25),
      30 + (flat % 700) / 10,
      `77:01:0001075:${10_000 + flat}`,
      `${of(families, row)} ${of(givens, Math.trunc(row / 10))} ${of(patronymics, Math.trunc(row / 100))}`,
      snils(row),
      `${String(1 + (row % 28)).padStart(2, '0')}.${String(1 + (row % 12)).padStart(2, '0')}.${1940 + (row % 60)}`,
      `+7 916 ${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`,
      `owner${row}@example.org`,
      share,
      joint,
      'Выписка из ЕГРН',
      `77:01:0001075:${10_000 + flat}-77/001/2015-${joint === '' ? row : flat}`,
      `12.04.${2000 + (row % 25)}`,
    ];
  }
}

export async function writeWorkbook(file: string, rows: number): Promise<void> {
  const writer = new exceljs.stream.xlsx.WorkbookWriter({ filename: file, useSharedStrings: true });
  const sheet = writer.addWorksheet('Реестр');
  sheet.addRow([...headings]).commit();
  for (const row of registerRows(rows)) sheet.addRow(row).commit();
  sheet.commit();
  await writer.commit();
}

export function writeCsv(file: string, rows: number): void {
  const lines = [headings.join(';')];
  for (const row of registerRows(rows))
    lines.push(row.map((cell) => String(cell).replace('.', typeof cell === 'number' ? ',' : '.')).join(';'));
  writeFileSync(file, `${lines.join('\r\n')}\r\n`);
}
