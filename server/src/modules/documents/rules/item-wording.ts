/** What was put to the owners, how the votes fell and what was decided, item by item (Minstroy 266/пр). */
import type { AssemblyFacts, CountFacts } from './assembly-facts.ts';
import { fields, paragraph, type DocumentBlock } from './document-blocks.ts';
import { wordParty } from './party-wording.ts';
import { decimal, percentOf } from './printed-votes.ts';

interface CountedAssembly {
  readonly assembly: AssemblyFacts;
  readonly count: CountFacts;
}

export function itemBlocks({ assembly, count }: CountedAssembly, open: boolean): DocumentBlock[] {
  const speaker = assembly.initiator === null ? 'инициатор' : wordParty({ ...assembly.initiator, snils: null }, open);
  return assembly.items.flatMap((item, at): DocumentBlock[] => {
    const counted = count.tally.items[at];
    if (!counted) return [];
    const base = counted.rule === 'S' ? count.tally.participating : count.tally.total;
    const of = base === count.tally.total ? 'от всех голосов дома' : 'от голосов принявших участие';
    const row = (name: string, votes: typeof counted.for): string[] => [name, decimal(votes), percentOf(votes, base)];
    return [
      fields(
        [`Вопрос ${String(item.position)}`, item.wording],
        ['Слушали', `${speaker}: ${item.wording}`],
        ['Предложено', item.proposal ?? item.wording],
      ),
      {
        kind: 'table',
        name: `Голоса по вопросу ${String(item.position)}`,
        columns: ['60mm', '40mm', '1fr'],
        header: ['Ответ', 'Голосов', `Доля ${of}`],
        rows: [
          row('За', counted.for),
          row('Против', counted.against),
          row('Воздержались', counted.abstain),
          row('Без действительного ответа', counted.invalid),
        ],
      },
      fields(['Решение', counted.adopted ? 'принято' : 'не принято']),
      // Its first line is the decision once more.
      ...(count.explanations[at] ?? '').split('\n').slice(1).map(paragraph),
    ];
  });
}
