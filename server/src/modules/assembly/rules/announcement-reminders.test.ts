import { describe, expect, it, test } from 'vitest';
import { announcementReminders, type CardFacts, type ReminderFacts } from './announcement-reminders.ts';

const whole: CardFacts = { hasPassport: true, hasSnils: true, ownsHere: true, hasTitleHere: true };
const facts: ReminderFacts = {
  form: 'SYSTEM',
  wordings: ['Утвердить смету', 'Утвердить правила, прилагаемые к сообщению'],
  materials: 1,
  initiator: whole,
  administrator: whole,
};
const kinds = (changed: Partial<ReminderFacts>): string[] =>
  announcementReminders({ ...facts, ...changed }).map(({ kind }) => kind);

describe('what a draft is reminded of before it is announced', () => {
  it('is nothing where everything is there, or a body convenes and runs it', () => {
    expect(kinds({})).toEqual([]);
    expect(kinds({ initiator: null, administrator: null })).toEqual([]);
  });

  test.each<[Partial<ReminderFacts>, readonly string[]]>([
    [{ materials: 0 }, ['MATERIAL_MISSING']],
    [{ initiator: { ...whole, hasPassport: false } }, ['INITIATOR_PASSPORT']],
    [{ initiator: { ...whole, hasTitleHere: false } }, ['INITIATOR_TITLE']],
    // That they own nothing is an obstacle, and needs no reminder.
    [{ initiator: { ...whole, ownsHere: false, hasTitleHere: false } }, []],
    [{ initiator: { ...whole, hasSnils: false } }, []],
    [{ administrator: { ...whole, hasSnils: false, hasPassport: false } }, ['ADMINISTRATOR_SNILS']],
  ])('%j', (changed, reminded) => {
    expect(kinds(changed)).toEqual(reminded);
  });

  it('of the item that names what is not there, by its place and words', () => {
    expect(announcementReminders({ ...facts, materials: 0 })).toEqual([
      { kind: 'MATERIAL_MISSING', field: ['input', 'agenda', '1', 'wording'], fragment: 'прилагаемые' },
    ]);
  });

  it('of a poll only what its owners cannot read', () => {
    const nothing = { hasPassport: false, hasSnils: false, ownsHere: true, hasTitleHere: false };
    expect(kinds({ form: 'ADVISORY', materials: 0, initiator: nothing, administrator: nothing })).toEqual([
      'MATERIAL_MISSING',
    ]);
  });
});
