import { describe, expect, test } from 'vitest';
import { csvLine } from './csv.ts';

describe('a line for a spreadsheet', () => {
  test('keeps separators, quotes and line ends inside their cell', () => {
    expect(csvLine(['а;б', 'он сказал "да"', 'две\nстроки', 'просто'])).toBe(
      '"а;б";"он сказал ""да""";"две\nстроки";просто\r\n',
    );
  });

  test.each(['=1+1', '+7 900', '-5', '@sum', '\tx'])('does not let %j be a formula', (text) => {
    expect(csvLine([text])).toBe(`'${text}\r\n`);
  });
});
