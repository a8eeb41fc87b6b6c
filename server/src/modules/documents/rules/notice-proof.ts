/** Who was told, how and when: the notice was posted in the system, and when each owner first came in and opened it (art. 45 p. 4, art. 47.1). */
import type { AssemblyFacts, ToldFacts } from './assembly-facts.ts';
import { fields, type DocumentWording } from './document-blocks.ts';
import { listWording } from './list-wording.ts';
import { shortMoment, writtenMoment } from './written-moment.ts';

const orNever = (moment: string): string => (moment === '' ? 'не было' : moment);

/** `posting`: the row of the journal by which the notice was posted. */
export function noticeProof(
  assembly: AssemblyFacts,
  told: readonly ToldFacts[],
  posting: string | null,
): DocumentWording {
  const posted = shortMoment(assembly.noticeAt, assembly.timeZone);
  const opened = told.filter(({ firstOpened }) => firstOpened !== '').length;
  return listWording(
    assembly,
    'Реестр уведомления собственников о собрании',
    fields(
      ['Сообщение размещено', writtenMoment(assembly.noticeAt, assembly.timeZone)],
      ['Запись журнала о размещении', posting && `№ ${posting}`],
      ['Сообщение открыли до конца голосования', `${String(opened)} из ${String(told.length)}`],
    ),
    {
      kind: 'table',
      name: 'Уведомления',
      columns: ['1fr', '30mm', '34mm', '28mm', '34mm', '44mm', '24mm'],
      header: [
        'Собственник',
        'Помещение',
        'Канал',
        'Размещено',
        'Первый вход после сообщения',
        'Сообщение открыто',
        'Запись журнала',
      ],
      rows: told.map(({ owner, premises, firstSignedIn, firstOpened, evidence }) => [
        owner,
        premises,
        'размещение в системе',
        posted,
        orNever(firstSignedIn),
        orNever(firstOpened),
        evidence === '' ? '—' : evidence,
      ]),
    },
  );
}
