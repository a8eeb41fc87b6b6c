import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Context } from '../../kernel/context.ts';
import { encodeId } from '../../kernel/global-id.ts';
import { NodeType } from '../../kernel/node.type.ts';
import { UserError, userErrorOf } from '../../kernel/payload.type.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { AgendaItem as AgendaItemRow, AssemblyForm, AssemblyState } from './assembly.entity.ts';
import {
  AssemblyFormEnum,
  AssemblyStateEnum,
  LegalModeEnum,
  LiveCountsEnum,
  RuleEnum,
  type AssemblyLegalMode,
  type LiveCounts,
} from './assembly.enums.ts';
import { lawfulTimeline, type PlannedTimeline } from './rules/timeline.ts';
import { timelineField } from './rules/timeline-field.ts';
import { explainTimeline, type TimelineStep } from './rules/timeline-steps.ts';
import { readableFacts, wordWarning } from './timeline-words.ts';
import { planOf } from './plan-of.ts';

const TimelineStepEnum = {
  HANDED_TO_ADMINISTRATOR: 'HANDED_TO_ADMINISTRATOR',
  NOTICE: 'NOTICE',
  OPENS: 'OPENS',
  PAPER_LIMIT: 'PAPER_LIMIT',
  CLOSES: 'CLOSES',
  RESULT: 'RESULT',
} as const;
registerEnumType(TimelineStepEnum, { name: 'TimelineStepKind' });

@ObjectType('TimelineStep', { description: 'One step of the timeline that the law sets.' })
export class TimelineStepType {
  @Field(() => TimelineStepEnum)
  step: TimelineStep['step'];

  @Field(() => Date, { nullable: true, description: 'The planned moment.' })
  at: Date | null;

  @Field(() => Date, { nullable: true, description: 'The last lawful moment, where there is one.' })
  latest: Date | null;

  @Field(() => String, { description: 'The article of law.' })
  law: string;

  @Field(() => String, { description: "What it means, in the caller's language." })
  explanation: string;
}

export function timelineStepType(context: Pick<Context, 'locale'>, step: TimelineStep): TimelineStepType {
  const ru = context.locale === 'ru';
  return {
    step: step.step,
    at: step.at === null ? null : new Date(step.at),
    latest: step.latest === null ? null : new Date(step.latest),
    law: ru ? step.lawRu : step.lawEn,
    explanation: ru ? step.ru : step.en,
  };
}

@ObjectType('AgendaItem', { description: 'A question put to the owners. It never changes after the announcement.' })
export class AgendaItemType {
  /** The UUID, for upper modules; no field. */
  readonly key: string;

  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'From 1, as on the ballot.' })
  position: number;

  @Field(() => String, { description: 'Point of art. 44 p. 2 of the Housing Code, or another article.' })
  code: string;

  @Field(() => String)
  wording: string;

  @Field(() => String, { nullable: true })
  proposal: string | null;

  @Field(() => Int, { nullable: true, description: 'The entrance concerned (point 4.5).' })
  entrance: number | null;

  @Field(() => ID, { nullable: true, description: 'The flat concerned (point 4.5).' })
  premisesId: string | null;

  @Field(() => RuleEnum, {
    nullable: true,
    description: 'Fixed by the code; frozen at the notice. null in a draft with an unknown code.',
  })
  rule: keyof typeof RuleEnum | null;

  @Field(() => String, { nullable: true, description: 'Where the rule is written.' })
  ruleSource: string | null;
}

export function agendaItemType(row: AgendaItemRow): AgendaItemType {
  return {
    key: row.id,
    id: encodeId('AgendaItem', row.id),
    position: row.position,
    code: row.code,
    wording: row.wording,
    proposal: row.proposal ?? null,
    entrance: row.entrance ?? null,
    premisesId: row.premisesId ? encodeId('Premises', row.premisesId) : null,
    rule: row.rule ?? null,
    ruleSource: row.ruleSource ?? null,
  };
}

@ObjectType('Material', { description: 'A file the owners may read before they vote.' })
export class MaterialType {
  @Field(() => ID)
  id: string;

  @Field(() => ID, { description: 'Read it at /files/ID.' })
  fileId: string;

  @Field(() => String)
  title: string;

  @Field(() => ID, { nullable: true })
  agendaItemId: string | null;

  @Field(() => Date)
  attachedAt: Date;
}

/** An assembly as it is read from the database for the API. */
export interface AssemblyRow {
  id: string;
  house_id: string;
  organisation_id: string | null;
  form: AssemblyForm;
  legal_mode: AssemblyLegalMode;
  state: AssemblyState;
  title: string;
  annual: boolean;
  initiator_person_id: string | null;
  initiator_organisation_id: string | null;
  administrator_person_id: string | null;
  administrator_organisation_id: string | null;
  administrator_address: string | null;
  chair_id: string | null;
  secretary_id: string | null;
  teller_ids: string[];
  acceptance_procedure: string | null;
  materials_place: string | null;
  live_counts: LiveCounts;
  four_eyes: boolean;
  time_zone: string;
  handed_to_administrator_at: Date | null;
  notice_at: Date | null;
  opens_at: Date | null;
  closes_at: Date | null;
  paper_accepted_until: Date | null;
  created_at: Date;
  cancelled_at: Date | null;
  cancel_reason: string | null;
  version: number;
  roll_version: number;
}

@ObjectType('Assembly', { implements: NodeType, description: 'A general meeting of the owners of one house.' })
export class AssemblyType extends NodeType {
  /** For resolvers, no field. */
  readonly row: AssemblyRow;

  @Field(() => AssemblyFormEnum)
  form: AssemblyForm;

  @Field(() => LegalModeEnum, { description: 'What it is worth in law. Show it wherever the assembly is shown.' })
  legalMode: AssemblyLegalMode;

  @Field(() => AssemblyStateEnum, { description: 'By the times of the law, to the millisecond.' })
  state: AssemblyState;

  @Field(() => String)
  title: string;

  @Field(() => Boolean)
  annual: boolean;

  @Field(() => String, { nullable: true })
  administratorAddress: string | null;

  @Field(() => String, { nullable: true })
  acceptanceProcedure: string | null;

  @Field(() => String, { nullable: true })
  materialsPlace: string | null;

  @Field(() => LiveCountsEnum)
  liveCounts: LiveCounts;

  @Field(() => Boolean, {
    description: 'Two people make every entry of paper. false: one alone entered it, and the result is to be read so.',
  })
  fourEyes: boolean;

  @Field(() => String, { description: 'IANA zone of the house, to show the times in.' })
  timeZone: string;

  @Field(() => Date, { nullable: true })
  handedToAdministratorAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the notice was posted; null in a draft.' })
  noticeAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'T0: voting is open from this moment.' })
  opensAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'T1: voting is open until this moment, which no longer counts.' })
  closesAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Last moment to hand over paper, itself included.' })
  paperAcceptedUntil: Date | null;

  @Field(() => Date, { nullable: true })
  cancelledAt: Date | null;

  @Field(() => String, { nullable: true })
  cancelReason: string | null;

  @Field(() => [TimelineStepType], {
    description: 'The steps the law asks for, with their moments; empty while opening and end are not set.',
  })
  timeline: readonly TimelineStepType[];

  @Field(() => [UserError], {
    description: 'What the law has against these dates, were it announced now (a draft); empty once announced.',
  })
  timelineErrors: readonly UserError[];

  @Field(() => [String], { description: "Lawful, but not safe: in words, in the caller's language." })
  timelineWarnings: readonly string[];

  @Field(() => Int, { description: 'To be given back with changes.' })
  version: number;
}

/** The same of an assembly as it was read for the API. */
export function planOfRow(row: AssemblyRow, noticeAt: number): PlannedTimeline | null {
  return planOf(
    {
      form: row.form,
      initiatorPersonId: row.initiator_person_id,
      initiatorOrganisationId: row.initiator_organisation_id,
      administratorPersonId: row.administrator_person_id,
      administratorOrganisationId: row.administrator_organisation_id,
      handedToAdministratorAt: row.handed_to_administrator_at,
      noticeAt: row.notice_at,
      opensAt: row.opens_at,
      closesAt: row.closes_at,
      paperAcceptedUntil: row.paper_accepted_until,
    },
    noticeAt,
  );
}

/** The state by the times of the law: open from T0 and shut from T1, whether or not the clockwork has come by. */
function lawfulState(row: Pick<AssemblyRow, 'state' | 'opens_at' | 'closes_at'>, now: number): AssemblyState {
  return row.state === 'ANNOUNCED' && row.opens_at !== null && now >= row.opens_at.getTime() ? 'VOTING' : row.state;
}

/** The timeline as the law judges it: only a draft can still be mended. */
function judgedTimeline(
  context: Context,
  state: AssemblyState,
  plan: PlannedTimeline | null,
): Pick<AssemblyType, 'timelineErrors' | 'timelineWarnings'> {
  if (plan === null) return { timelineErrors: [], timelineWarnings: [] };
  const answer = lawfulTimeline(plan);
  if (!answer.ok) {
    const refused = state === 'DRAFT' ? answer.refusals : [];
    return {
      timelineErrors: refused.map(({ code, facts }) =>
        userErrorOf(context, new Refusal(code, readableFacts(facts), timelineField(code))),
      ),
      timelineWarnings: [],
    };
  }
  return {
    timelineErrors: [],
    timelineWarnings: answer.warnings.map(({ code, facts }) => wordWarning(code, facts.fullDays, context.locale)),
  };
}

export function assemblyType(context: Context, row: AssemblyRow): AssemblyType {
  const plan = planOfRow(row, context.receivedAt);
  return {
    row,
    id: encodeId('Assembly', row.id),
    form: row.form,
    legalMode: row.legal_mode,
    state: lawfulState(row, context.receivedAt),
    title: row.title,
    annual: row.annual,
    administratorAddress: row.administrator_address,
    acceptanceProcedure: row.acceptance_procedure,
    materialsPlace: row.materials_place,
    liveCounts: row.live_counts,
    fourEyes: row.four_eyes,
    timeZone: row.time_zone,
    handedToAdministratorAt: row.handed_to_administrator_at,
    noticeAt: row.notice_at,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    paperAcceptedUntil: row.paper_accepted_until,
    cancelledAt: row.cancelled_at,
    cancelReason: row.cancel_reason,
    timeline: plan === null ? [] : explainTimeline(plan).map((step) => timelineStepType(context, step)),
    ...judgedTimeline(context, row.state, plan),
    version: row.version,
  };
}
