import type { Context } from '../../kernel/context.ts';
import { userErrorOf, type UserError } from '../../kernel/payload.type.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { draftItem, readAnnouncementFacts } from './announcement-facts.ts';
import type { LawfulTimelineType, TimelineInput } from './announcement.type.ts';
import { isStaffOf } from './assembly.policy.ts';
import { agendaOf } from './assembly.queries.ts';
import { planOfRow, timelineStepType, type AssemblyType } from './assembly.type.ts';
import { announcementObstacles } from './rules/announcement-obstacles.ts';
import { timelineField } from './rules/timeline-field.ts';
import { explainTimeline } from './rules/timeline-steps.ts';
import { timelineWindow } from './rules/timeline-window.ts';
import { lawfulTimeline, type PlannedTimeline } from './rules/timeline.ts';
import { readableFacts, wordWarning } from './timeline-words.ts';

const dateOf = (moment: number | null): Date | null => (moment === null ? null : new Date(moment));

/** What the law says to dates that are only thought of; nothing is read and nothing is kept. */
export function judgeDates(context: Context, input: TimelineInput): LawfulTimelineType {
  const facts = {
    form: input.form,
    initiatorIsAdministrator: input.initiatorIsAdministrator,
    handedToAdministratorAt: input.handedToAdministratorAt?.getTime() ?? null,
    noticeAt: context.receivedAt,
    opensAt: input.opensAt?.getTime() ?? null,
  };
  const window = timelineWindow(facts);
  const closesAt = input.closesAt?.getTime() ?? null;
  const plan: PlannedTimeline | null =
    facts.opensAt === null || closesAt === null
      ? null
      : {
          ...facts,
          opensAt: facts.opensAt,
          closesAt,
          paperAcceptedUntil: input.paperAcceptedUntil?.getTime() ?? null,
        };
  const answer = plan && lawfulTimeline(plan);
  return {
    earliestOpening: new Date(window.earliestOpening),
    safeOpening: new Date(window.safeOpening),
    earliestEnd: new Date(window.earliestEnd),
    latestEnd: dateOf(window.latestEnd),
    paperAcceptedUntil: answer?.ok === true ? new Date(answer.paperAcceptedUntil) : null,
    steps: plan ? explainTimeline(plan).map((step) => timelineStepType(context, step)) : [],
    errors:
      answer?.ok === false
        ? answer.refusals.map(({ code, facts: about }) =>
            userErrorOf(context, new Refusal(code, readableFacts(about), timelineField(code))),
          )
        : [],
    warnings:
      answer?.ok === true
        ? answer.warnings.map(({ code, facts: about }) => wordWarning(code, about.fullDays, context.locale))
        : [],
  };
}

/** Everything that keeps a draft from being announced now, as the call itself would say it; for its staff. */
export async function obstaclesTo(context: Context, { row, state }: AssemblyType): Promise<readonly UserError[]> {
  const place = { assemblyId: row.id, houseId: row.house_id, organisationId: row.organisation_id };
  if (state !== 'DRAFT' || !isStaffOf(context.viewer, place)) return [];
  const [items, facts] = await Promise.all([
    agendaOf(context, row.id),
    readAnnouncementFacts(context.database.read, {
      houseId: row.house_id,
      initiatorPersonId: row.initiator_person_id,
      initiatorOrganisationId: row.initiator_organisation_id,
    }),
  ]);
  return announcementObstacles({
    form: row.form,
    plan: planOfRow(row, context.receivedAt),
    hasOpening: row.opens_at !== null,
    hasAdministrator: row.administrator_person_id !== null || row.administrator_organisation_id !== null,
    items: items.map(draftItem),
    noticeAt: context.receivedAt,
    ...facts,
  }).map((obstacle) => userErrorOf(context, new Refusal(obstacle.code, readableFacts(obstacle.facts), obstacle.field)));
}
