import type { Locale } from '../../kernel/viewer.ts';
import type { Votes } from './tally.type.ts';

/** Where the turnout leads, said with the care a forecast asks for. */
export function wordOutlook({ percentOfHouse }: Votes, quorate: boolean, locale: Locale): string {
  if (locale === 'ru') {
    const percent = percentOfHouse.replace('.', ',');
    return `При нынешнем темпе к концу проголосуют около ${percent} % дома: ${quorate ? 'кворум ожидается' : 'кворума не хватит'}.`;
  }
  return `At the present pace about ${percentOfHouse} % of the house will have voted at the end: ${quorate ? 'a quorum is to be expected' : 'short of a quorum'}.`;
}
