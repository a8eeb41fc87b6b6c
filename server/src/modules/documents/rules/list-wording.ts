/** The lists that go with the minutes: who owns (art. 45 p. 3.1) and who took part. */
import type { AssemblyFacts, EntryFacts, VoterFacts } from './assembly-facts.ts';
import { paragraph, type DocumentBlock, type DocumentWording } from './document-blocks.ts';
import { shortMoment } from './written-moment.ts';

export function listWording(
  assembly: AssemblyFacts,
  title: string,
  ...blocks: readonly DocumentBlock[]
): DocumentWording {
  return {
    title,
    subtitle: `${assembly.title}. ${assembly.address}`,
    author: 'Veche',
    footer: `${title}, собрание № ${assembly.number}. Содержит персональные данные`,
    landscape: true,
    blocks,
  };
}

export function ownersRegister(assembly: AssemblyFacts, entries: readonly EntryFacts[]): DocumentWording {
  return listWording(assembly, 'Реестр собственников помещений в многоквартирном доме', {
    kind: 'table',
    name: 'Собственники',
    columns: ['26mm', '1fr', '26mm', '17mm', '18mm', '17mm', '20mm', '46mm', '30mm', '20mm'],
    header: [
      'Помещение',
      'Собственник',
      'ОГРН',
      'Площадь, м²',
      'Доля в праве',
      'Голосов',
      'Доля в общем имуществе',
      'Документ о праве',
      'Кадастровый номер',
      'С какого дня',
    ],
    rows: entries.map((entry) => [
      entry.premises,
      entry.holders,
      entry.identity,
      entry.area,
      entry.share,
      entry.votes,
      entry.shareOfHouse,
      entry.title,
      entry.cadastralNumber,
      entry.since,
    ]),
  });
}

/** An electronic vote is signed by signing in; paper bears a signature of its own, as far as it is on record. */
function signature({ channel, signed }: VoterFacts): string {
  if (channel === 'ELECTRONIC') return 'вход в систему';
  return signed === true ? 'в решении' : '—';
}

const nobodyInvited = 'Приглашённых лиц не было: голоса поданы без совместного присутствия.';

export function attendanceList(assembly: AssemblyFacts, voters: readonly VoterFacts[]): DocumentWording {
  return listWording(assembly, 'Список собственников, принявших участие в собрании', paragraph(nobodyInvited), {
    kind: 'table',
    name: 'Принявшие участие',
    columns: ['10mm', '1fr', '28mm', '46mm', '17mm', '50mm', '23mm', '23mm', '26mm'],
    header: [
      '№',
      'Собственник',
      'Помещение',
      'Документ о праве',
      'Голосов',
      'Кто подал решение',
      'Как',
      'Подпись',
      'Когда',
    ],
    rows: voters.map((voter, at) => [
      String(at + 1),
      voter.fullName,
      voter.premises,
      voter.title,
      voter.votes,
      voter.authority,
      voter.channel === 'PAPER' ? 'на бумаге' : 'электронно',
      signature(voter),
      shortMoment(voter.at, assembly.timeZone),
    ]),
  });
}
