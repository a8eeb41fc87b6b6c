/** The notice as it was posted (art. 45 p. 5, art. 47.1 p. 4). */
import { heading, paragraph, type DocumentWording } from './document-blocks.ts';

export interface PostedNotice {
  readonly title: string;
  readonly sections: readonly { readonly title: string; readonly lines: readonly string[]; readonly law: string }[];
}

export function noticeWording({ title, sections }: PostedNotice, number: string): DocumentWording {
  return {
    title,
    subtitle: `Собрание № ${number}`,
    author: 'Veche',
    footer: `Сообщение о собрании № ${number}`,
    landscape: false,
    blocks: sections.flatMap(({ title: part, lines, law }) => [
      heading(part),
      ...lines.map((line) => paragraph(line)),
      paragraph(`(${law} ЖК РФ)`.replace('№ 463-ФЗ ЖК РФ', '№ 463-ФЗ')),
    ]),
  };
}
