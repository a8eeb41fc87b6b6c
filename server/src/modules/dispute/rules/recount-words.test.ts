import { expect, it } from 'vitest';
import { Fraction } from '../../../kernel/fraction.ts';
import { differs, explainRecount, type RecountDifference } from './recount-words.ts';

const difference: RecountDifference = {
  leftOut: Fraction.of(50),
  hadQuorum: true,
  hasQuorum: false,
  lost: [1, 3],
  won: [],
};

it('says what hangs on the disputed ballots, and that the result stands', () => {
  expect(explainRecount(2, difference, 'ru')).toBe(
    'Оспорено и не рассмотрено до конца голосования решений: 2, на них приходится 50,00 м². Без них кворума нет. Не были бы приняты вопросы: 1, 3. Итог собрания остаётся в силе, пока суд не решит иначе.',
  );
  expect(differs(difference)).toBe(true);
});

it('says that nothing hangs on them, with the exact weight where two decimals do not hold it', () => {
  const none = { ...difference, leftOut: Fraction.of(701, 30), hasQuorum: true, lost: [] };
  const text = explainRecount(1, none, 'en');
  expect(text).toContain('≈ 23.37 (701/30) m²');
  expect(text).toContain('There is a quorum without them too. Every item has the same outcome.');
  expect(differs(none)).toBe(false);
});
