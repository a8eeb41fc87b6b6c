/** Everyone concerned can see which step falls on which moment, and by which article (art. 45 p. 4, art. 47.1). */
import { advisorySteps } from './advisory-steps.ts';
import type { TimelineStep } from './timeline-step.ts';
import { closingGrace, handedToAdministratorBefore, noticeBefore, paperLimitOf } from './timeline.ts';
import type { PlannedTimeline } from './timeline.ts';

export type { TimelineStep } from './timeline-step.ts';

function handing({ opensAt, handedToAdministratorAt, initiatorIsAdministrator }: PlannedTimeline): TimelineStep[] {
  if (initiatorIsAdministrator) return [];
  return [
    {
      step: 'HANDED_TO_ADMINISTRATOR',
      at: handedToAdministratorAt,
      latest: opensAt - handedToAdministratorBefore,
      lawRu: 'ЖК РФ, ст. 47.1 ч. 3',
      lawEn: 'Housing Code, art. 47.1 p. 3',
      ru: 'Инициатор передаёт сообщение администратору собрания не позднее чем за 14 суток до начала голосования.',
      en: 'The initiator hands the notice to the administrator at least 14 days before voting opens.',
    },
  ];
}

function lawfulSteps(plan: PlannedTimeline): TimelineStep[] {
  const { noticeAt, opensAt, closesAt } = plan;
  return [
    ...handing(plan),
    {
      step: 'NOTICE',
      at: noticeAt,
      latest: opensAt - noticeBefore,
      lawRu: 'ЖК РФ, ст. 45 ч. 4, ст. 47.1 ч. 5',
      lawEn: 'Housing Code, art. 45 p. 4, art. 47.1 p. 5',
      ru: 'Каждый собственник получает сообщение не позднее чем за 10 суток до начала голосования.',
      en: 'Every owner is given notice at least 10 days before voting opens.',
    },
    {
      step: 'OPENS',
      at: opensAt,
      latest: null,
      lawRu: 'ЖК РФ, ст. 47.1 ч. 6, 8',
      lawEn: 'Housing Code, art. 47.1 p. 6, 8',
      ru: 'Голосование начинается и идёт без перерыва.',
      en: 'Voting opens and goes on without a break.',
    },
    {
      step: 'PAPER_LIMIT',
      at: paperLimitOf(plan),
      latest: closesAt,
      lawRu: 'ЖК РФ, ст. 47.1; порядок приёма решений собрания',
      lawEn: 'Housing Code, art. 47.1; the assembly’s own procedure for paper decisions',
      ru: 'До этой секунды включительно администратор принимает решения на бумаге; обычно это 48 часов до конца.',
      en: 'Up to and including this second the administrator takes decisions on paper; as a rule 48 hours before the end.',
    },
    {
      step: 'CLOSES',
      at: closesAt,
      latest: null,
      lawRu: 'ЖК РФ, ст. 47.1 ч. 9',
      lawEn: 'Housing Code, art. 47.1 p. 9',
      ru: 'Голосование заканчивается: оно длится не меньше 7 и не больше 60 суток. Голос, полученный ровно в этот момент, уже не считается.',
      en: 'Voting closes: it lasts from 7 to 60 days. A vote received at this very moment is no longer counted.',
    },
    {
      step: 'RESULT',
      at: closesAt + closingGrace,
      latest: null,
      lawRu: 'ЖК РФ, ст. 47.1 ч. 10',
      lawEn: 'Housing Code, art. 47.1 p. 10',
      ru: 'Через 10 секунд, когда дошли голоса, отправленные вовремя, подводится итог.',
      en: 'Ten seconds later, when the votes sent in time have arrived, the result is counted.',
    },
  ];
}

export function explainTimeline(plan: PlannedTimeline): readonly TimelineStep[] {
  return plan.form === 'SYSTEM' ? lawfulSteps(plan) : advisorySteps(plan);
}
