import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../kernel/enum-of.ts';
import { UserError } from '../../kernel/payload.type.ts';
import type { AssemblyForm } from './assembly.entity.ts';
import { AssemblyFormEnum } from './assembly.enums.ts';
import { TimelineStepType } from './assembly.type.ts';
import type { ReminderKind } from './rules/announcement-reminders.ts';
import { noticeParts, type NoticePart } from './rules/notice-sections.ts';

@InputType({ description: 'Dates that are thought of, and what they hang on.' })
export class TimelineInput {
  @Field(() => AssemblyFormEnum)
  form: AssemblyForm;

  @Field(() => Boolean, { description: 'Then nothing has to be handed over (art. 47.1 p. 3).' })
  initiatorIsAdministrator: boolean;

  @Field(() => Date, { nullable: true })
  handedToAdministratorAt?: Date | null;

  @Field(() => Date, { nullable: true })
  opensAt?: Date | null;

  @Field(() => Date, { nullable: true })
  closesAt?: Date | null;

  @Field(() => Date, { nullable: true })
  paperAcceptedUntil?: Date | null;
}

@ObjectType('LawfulTimeline', {
  description: 'The dates the law allows, were the notice posted now, and what it has against those thought of.',
})
export class LawfulTimelineType {
  @Field(() => Date, { description: 'Voting may open from this moment on.' })
  earliestOpening: Date;

  @Field(() => Date, { description: 'Ten in the morning in Moscow, after as many whole calendar days as are safe.' })
  safeOpening: Date;

  @Field(() => Date, { description: 'Of the opening thought of, or else of the safe one.' })
  earliestEnd: Date;

  @Field(() => Date, { nullable: true, description: 'null: the law sets none.' })
  latestEnd: Date | null;

  @Field(() => Date, { nullable: true, description: 'Last moment for paper; null while opening or end is missing.' })
  paperAcceptedUntil: Date | null;

  @Field(() => [TimelineStepType])
  steps: readonly TimelineStepType[];

  @Field(() => [UserError], { description: 'Each at the field it is about.' })
  errors: readonly UserError[];

  @Field(() => [String], { description: "Lawful, but not safe: in words, in the caller's language." })
  warnings: readonly string[];
}

const NoticePartEnum = enumOf(noticeParts);
registerEnumType(NoticePartEnum, { name: 'NoticePart', description: 'What a notice must say.' });

@ObjectType('NoticeSection')
export class NoticeSectionType {
  @Field(() => NoticePartEnum)
  part: NoticePart;

  @Field(() => String)
  title: string;

  @Field(() => [String], { description: 'Empty: still to be filled in.' })
  lines: readonly string[];

  @Field(() => String, { description: 'The article that asks for it.' })
  law: string;
}

@ObjectType('Notice', {
  description: 'The notice as the law wants it, made from what the assembly says. Always in Russian.',
})
export class NoticeType {
  @Field(() => String)
  title: string;

  @Field(() => [NoticeSectionType])
  sections: readonly NoticeSectionType[];

  @Field(() => Boolean, { description: 'Every section has something to say.' })
  isComplete: boolean;
}

const ReminderKindEnum = enumOf([
  'MATERIAL_MISSING',
  'INITIATOR_PASSPORT',
  'INITIATOR_TITLE',
  'ADMINISTRATOR_SNILS',
] as const satisfies ReminderKind[]);
registerEnumType(ReminderKindEnum, { name: 'ReminderKind', description: 'What the minutes of an assembly will miss.' });

@ObjectType('Reminder', {
  description: 'Something that does not keep a draft from being announced, and will be missed in its minutes.',
})
export class ReminderType {
  @Field(() => ReminderKindEnum)
  kind: ReminderKind;

  @Field(() => [String], { description: 'Where it stands in the input of the draft.' })
  field: readonly string[];

  @Field(() => String, { description: "What is missing, in the caller's language; never what is there." })
  explanation: string;

  @Field(() => ID, { nullable: true, description: 'The person whose card it is about.' })
  personId: string | null;
}
