/** Who convened and who answers for the assembly: in full in the minutes, without a person's name in their public copy (152-ФЗ). */
import type { PartyFacts } from './assembly-facts.ts';

export function wordParty({ isPerson, name, ogrn, snils, premises, titles }: PartyFacts, open: boolean): string {
  const owner = premises.length === 0 ? '' : `собственник помещения ${premises.join(', ')}`;
  if (isPerson && open) return owner === '' ? 'физическое лицо' : owner;
  const number = isPerson ? snils && `СНИЛС ${snils}` : ogrn && `ОГРН ${ogrn}`;
  const title = titles.length === 0 ? '' : `документ о праве: ${titles.join('; ')}`;
  return [name, owner, title, number].filter((part) => part !== null && part !== '').join(', ');
}
