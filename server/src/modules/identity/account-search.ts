import type { Parameters } from '../../kernel/page-query.ts';

const name = `lower(translate(coalesce(p.body_name, p.family_name || ' ' || coalesce(p.given_name, '') || ' ' || coalesce(p.patronymic, ''), ''), 'Ёё', 'Ее'))`;

/** SQL: by what a person of this id stands among others. */
export const nameOfPerson = (id: string): string => `(select ${name} from person p where p.id = ${id})`;

/** Accounts by words, each a part of the login or of the name, as a filter over `account a`. */
export function accountsCalled(text: string, parameters: Parameters): string[] {
  const words = text.toLowerCase().replaceAll('ё', 'е').split(/\s+/).filter(Boolean).slice(0, 8);
  return words.map((word) => {
    const part = parameters.add(word);
    return `(strpos(a.login, ${part}) > 0
      or exists (select from person p where p.id = a.person_id and strpos(${name}, ${part}) > 0))`;
  });
}
