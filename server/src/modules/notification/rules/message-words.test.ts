import { expect, it } from 'vitest';
import { messageKinds, messageText, messageTitle, type MessageFacts } from './message-words.ts';

const facts: MessageFacts = {
  kind: 'BALLOT_COUNTED',
  assemblyTitle: 'Ремонт',
  premisesNumber: '12',
  channel: 'PAPER',
  authority: 'PROXY',
  reason: null,
  answer: null,
};

it('tells how a ballot was cast, and what to do when it is not one’s own', () => {
  expect(messageText(facts, 'ru')).toBe(
    '«Ремонт», помещение 12: учтено решение, поданное на бумаге, представителем по доверенности. Если это не ваше решение, сообщите об этом: «Не моё решение».',
  );
  const own = { ...facts, channel: 'ELECTRONIC', authority: 'OWNER' } as const;
  expect(messageText(own, 'en')).toContain('a ballot cast electronically was counted.');
});

it('tells why a ballot does not count, also for a reason that it has no words for', () => {
  const late = { ...facts, kind: 'BALLOT_NOT_COUNTED', reason: 'LATE' } as const;
  expect(messageText(late, 'ru')).toContain('не учтено: бюллетень передан позже срока.');
  expect(messageText({ ...late, reason: 'NEW' }, 'en')).toContain('was not counted: the ballot itself says why.');
});

it('has a title and a text for every kind in both languages', () => {
  for (const kind of messageKinds) {
    for (const lang of ['ru', 'en'] as const) {
      expect(messageTitle(kind, lang)).not.toBe('');
      expect(messageText({ ...facts, kind, answer: 'Подпись сверена.' }, lang)).toContain('12');
    }
  }
});
