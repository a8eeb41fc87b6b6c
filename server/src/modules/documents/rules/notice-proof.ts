/** Who was told and when: the moment it was posted, and when an owner first came in afterwards (art. 45 p. 4, art. 47.1). */
import type { AssemblyFacts, EntryFacts } from './assembly-facts.ts';
import { fields, type DocumentWording } from './document-blocks.ts';
import { listWording } from './list-wording.ts';
import { shortMoment, writtenMoment } from './written-moment.ts';

export function noticeProof(assembly: AssemblyFacts, entries: readonly EntryFacts[]): DocumentWording {
  const posted = shortMoment(assembly.noticeAt, assembly.timeZone);
  return listWording(
    assembly,
    'Реестр уведомления собственников о собрании',
    fields(['Сообщение размещено', writtenMoment(assembly.noticeAt, assembly.timeZone)]),
    {
      kind: 'table',
      name: 'Уведомления',
      columns: ['1fr', '34mm', '36mm', '32mm', '32mm', '36mm'],
      header: ['Собственник', 'Помещение', 'Канал', 'Отправлено', 'Доставлено', 'Первый вход после сообщения'],
      rows: entries.map(({ holders, premises, firstSeen }) => [
        holders,
        premises,
        'размещение в системе',
        posted,
        posted,
        firstSeen === '' ? 'не было' : firstSeen,
      ]),
    },
  );
}
