/** An advisory poll binds nobody, so the law sets no terms for it: its steps only follow one another. */
import type { TimelineStep } from './timeline-step.ts';
import { closingGrace, paperLimitOf } from './timeline.ts';
import type { PlannedTimeline } from './timeline.ts';

const noLaw = {
  latest: null,
  lawRu: 'Консультативный опрос: сроков закон не задаёт',
  lawEn: 'Advisory poll: the law sets no terms',
};

export function advisorySteps(plan: PlannedTimeline): TimelineStep[] {
  const { noticeAt, opensAt, closesAt } = plan;
  return [
    {
      ...noLaw,
      step: 'NOTICE',
      at: noticeAt,
      ru: 'Собственники узнают об опросе.',
      en: 'Owners are told of the poll.',
    },
    { ...noLaw, step: 'OPENS', at: opensAt, ru: 'Опрос начинается.', en: 'The poll opens.' },
    {
      ...noLaw,
      step: 'PAPER_LIMIT',
      at: paperLimitOf(plan),
      ru: 'До этой секунды включительно принимаются ответы на бумаге.',
      en: 'Up to and including this second answers on paper are taken.',
    },
    { ...noLaw, step: 'CLOSES', at: closesAt, ru: 'Опрос заканчивается.', en: 'The poll closes.' },
    {
      ...noLaw,
      step: 'RESULT',
      at: closesAt + closingGrace,
      ru: 'Подводится итог опроса; юридической силы он не имеет.',
      en: 'The result is counted; it has no legal force.',
    },
  ];
}
