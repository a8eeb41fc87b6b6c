/** What a ballot says to every owner of one assembly (art. 48 p. 5.1). It is a paper of the law and so in Russian. */

/** How many ownerships the first page has room for; a longer list goes to pages of its own, so that no box moves. */
export const mostRows = 4;
/** How many of them a page of the list holds, each with a title of three lines. */
export const rowsOfList = 17;

/** Pages of the list beside those of the form. */
export function pagesOfList(ownerships: number): number {
  return ownerships > mostRows ? Math.ceil(ownerships / rowsOfList) : 0;
}

export interface FormFacts {
  readonly annual: boolean;
  readonly form: 'SYSTEM' | 'ADVISORY';
  readonly title: string;
  readonly number: string;
  readonly address: string;
  readonly initiator: string;
  /** Moments, written out with their zone. */
  readonly opens: string;
  readonly closes: string;
  readonly paperUntil: string;
  readonly returnAddress: string | null;
  readonly items: readonly {
    readonly position: number;
    readonly code: string;
    readonly wording: string;
    readonly proposal: string | null;
  }[];
}

export interface FormWording {
  readonly title: string;
  readonly author: string;
  readonly heading: string;
  readonly house: string;
  readonly assembly: string;
  readonly terms: string;
  readonly hint: string;
  readonly stub: string;
  /** What the note of its handing over is about. */
  readonly receipt: string;
  readonly mostRows: number;
  readonly items: readonly {
    readonly number: number;
    readonly wording: string;
    readonly law: string;
    readonly proposal: string;
  }[];
}

export function wordForm(facts: FormFacts): FormWording {
  const kind = facts.annual ? 'Годовое' : 'Внеочередное';
  const held =
    facts.form === 'ADVISORY'
      ? 'Опрос собственников без юридической силы'
      : `${kind} общее собрание, заочное голосование с использованием системы`;
  return {
    title: `Решения собственников: ${facts.title}`,
    author: facts.initiator,
    heading: 'Решение собственника по вопросам, поставленным на голосование',
    house: `Многоквартирный дом: ${facts.address}`,
    assembly: `${held}. ${facts.title}, № ${facts.number}. Инициатор: ${facts.initiator}`,
    terms: [
      `Голосование: с ${facts.opens} до ${facts.closes}. Бумажные решения принимаются до ${facts.paperUntil}`,
      facts.returnAddress === null ? '.' : ` по адресу: ${facts.returnAddress}.`,
    ].join(''),
    hint: 'По каждому вопросу поставьте одну отметку. Вопрос без отметки или с несколькими отметками не учитывается (ч. 6 ст. 48 ЖК РФ).',
    stub: 'Заполненное решение подпишите на каждой странице и передайте администратору собрания. При совместной собственности решение подаёт любой из собственников; учитывается поданное первым.',
    receipt: `${facts.title}, № ${facts.number}. Дом: ${facts.address}.`,
    mostRows,
    items: facts.items.map(({ position, code, wording, proposal }) => ({
      number: position,
      wording,
      law: `п. ${code}`,
      proposal: proposal ?? '',
    })),
  };
}
