import { csv } from '../../import-world.ts';

export const ivanov = '112-233-445 95';
export const petrova = '100-000-001 10';
const heading =
  'Квартира;Вид помещения;Подъезд;Этаж;Площадь, м²;Собственник;СНИЛС;Дата рождения;Телефон;Доля;Номер документа;СНИЛС родителя';

/** Two owners by halves, a company's shop, an unknown owner, a child with its parent. */
export const register = csv(
  heading,
  `1;квартира;1;2;54,30;Иванов Иван Иванович;${ivanov};05.06.1980;8 916 123-45-67;1/2;77-01/1;`,
  `1;квартира;1;2;54,30;Петрова Мария;${petrova};;;1/2;77-01/2;`,
  '2;нежилое;1;1;100,5;ООО «Ромашка»;;;;1;77-02/1;',
  '3;квартира;2;1;40;;;;;;;',
  `4;квартира;2;1;33,3;Иванова Анна;;01.02.2015;;1;77-04/1;${ivanov}`,
);

/** The company's ОГРН goes into a column of its own. */
export function withOgrn(content: Buffer): Buffer {
  const lines = content.toString().split('\r\n');
  return csv(
    ...lines.map((line, at) => `${line};${at === 0 ? 'ОГРН' : line.includes('Ромашка') ? '1027700132195' : ''}`),
  );
}

export const orlova = csv(
  'Квартира;Площадь;Собственник;СНИЛС;Доля',
  '1;50;Орлова Ольга;100-000-004 13;1',
  '2;50;Сергеев Сергей;;1',
);
