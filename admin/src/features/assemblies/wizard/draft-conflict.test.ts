import { expect, test } from 'vitest';
import { conflictsBetween } from './draft-conflict.ts';
import { emptyForm, type WizardForm } from './wizard-form.ts';

const said = (yes: boolean): string => (yes ? 'yes' : 'no');
const item = { key: 'a', code: '4.1', wording: 'Ремонт', proposal: '', entrance: '', premises: null };

test('two drafts differ in everything that either of two people changed', () => {
  const mine: WizardForm = { ...emptyForm(), title: 'Двор', agenda: [item], opensAt: '2026-03-01T10:00' };
  const theirs: WizardForm = {
    ...mine,
    agenda: [{ ...item, proposal: 'За счёт фонда' }],
    materialsPlace: 'в конторе',
    fourEyes: false,
    tellers: [
      { id: '1', label: 'Анна' },
      { id: '2', label: 'Борис' },
    ],
  };
  expect(conflictsBetween(mine, theirs, said)).toEqual([
    { name: 'agenda', mine: 'Ремонт, 4.1', theirs: 'Ремонт, За счёт фонда, 4.1' },
    { name: 'tellers', mine: '', theirs: 'Анна, Борис' },
    { name: 'materialsPlace', mine: '', theirs: 'в конторе' },
    { name: 'fourEyes', mine: 'yes', theirs: 'no' },
  ]);
});

test('a conflict always shows something', () => {
  const one = { ...emptyForm(), title: 'Двор' };
  expect(conflictsBetween(one, { ...one, version: 2 }, said)).toEqual([
    { name: 'title', mine: 'Двор', theirs: 'Двор' },
  ]);
});

test('no field of the wizard is left out', () => {
  const full: Record<string, unknown> = { ...emptyForm() };
  const other: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(full)) {
    if (name === 'agenda') other[name] = [item];
    else if (name === 'tellers') other[name] = [{ id: '1', label: 'Анна' }];
    else if (typeof value === 'boolean') other[name] = !value;
    else if (value === null) other[name] = { id: '1', label: 'Анна', kind: 'PERSON' };
    else if (name === 'liveCounts') other[name] = 'RUNNING_COUNT';
    else other[name] = typeof value === 'string' ? `${value}x` : value;
  }
  const shown = conflictsBetween(full as unknown as WizardForm, other as unknown as WizardForm, said).map(
    ({ name }) => name,
  );
  // The house and the form of an assembly stay as they were drawn up.
  const never = new Set(['house', 'form', 'version']);
  expect(new Set(shown)).toEqual(new Set(Object.keys(full).filter((name) => !never.has(name))));
});
