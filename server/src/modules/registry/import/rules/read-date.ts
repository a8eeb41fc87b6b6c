import type { Cell } from './cell.ts';
import { read, refuse, type Reading } from './row-error.ts';

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function exists(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 && leap ? 29 : (monthDays[month - 1] ?? 0);
  return day >= 1 && day <= length;
}

/**
 * A day of the calendar as YYYY-MM-DD, from 1900 until `today`. Written 12.04.2015 or 2015-04-12, or a date of the
 * spreadsheet; 04/12/2015 means different days in different countries and is not guessed.
 */
export function readDate(cell: Cell, today: string): Reading<string> {
  const text = cell.text.replace(/ ?(г\.?|года)$/u, '').replace(/[T ]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$/, '');
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const parts = [year ?? isoYear, month ?? isoMonth, day ?? isoDay].map(Number);
  const [y = Number.NaN, m = 0, d = 0] = parts;
  if (!exists(y, m, d)) return refuse('DATE_UNREADABLE');
  const date = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  if (date > today) return refuse('DATE_IN_FUTURE');
  return y < 1900 ? refuse('DATE_TOO_EARLY') : read(date);
}
