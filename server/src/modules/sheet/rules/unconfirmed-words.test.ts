import { expect, it } from 'vitest';
import { explainUnconfirmed } from './unconfirmed-words.ts';

it('says how much paper stayed out of the count, and who knows of it', () => {
  expect(explainUnconfirmed({ papers: 6, neverEntered: 4, nameless: 3 }, 'ru')).toBe(
    'До конца голосования не введено и не подтверждено двумя людьми бумажных решений: 6. В подсчёт они не вошли. Из них не введено ни разу: 4. Собственники, названные в них, извещены. Бланков без имени, которые некому отнести: 3.',
  );
  expect(explainUnconfirmed({ papers: 1, neverEntered: 0, nameless: 0 }, 'en')).toBe(
    'Paper ballots not entered and confirmed by two people when voting ended: 1. They do not count. The owners they name were told.',
  );
  expect(explainUnconfirmed({ papers: 1, neverEntered: 1, nameless: 1 }, 'en')).not.toContain('were told');
});
