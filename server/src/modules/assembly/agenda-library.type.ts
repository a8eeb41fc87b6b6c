import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Context } from '../../kernel/context.ts';
import { LocalDateScalar } from '../../kernel/scalars.ts';
import { RuleEnum } from './assembly.enums.ts';
import type { AgendaPoint } from './rules/agenda-library.ts';
import type { WordingFinding } from './rules/agenda-wording.ts';

@ObjectType('AgendaPoint', {
  description: 'A point of law that questions come under, in one of its versions. The code fixes the rule.',
})
export class AgendaPointType {
  @Field(() => String)
  code: string;

  @Field(() => String)
  title: string;

  @Field(() => RuleEnum)
  rule: AgendaPoint['rule'];

  @Field(() => LocalDateScalar, { description: 'First day in force.' })
  validFrom: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day no longer in force.' })
  validTo: string | null;

  @Field(() => String)
  source: string;

  @Field(() => Boolean, { description: 'false: its text was not compared with the official edition yet.' })
  wordingVerified: boolean;

  @Field(() => Boolean, { description: 'The item must name an entrance and premises.' })
  needsEntranceAndPremises: boolean;

  @Field(() => String)
  suggestedWording: string;
}

export function agendaPointType(context: Pick<Context, 'locale'>, point: AgendaPoint): AgendaPointType {
  const ru = context.locale === 'ru';
  return {
    code: point.code,
    title: ru ? point.titleRu : point.titleEn,
    rule: point.rule,
    validFrom: point.validFrom,
    validTo: point.validTo,
    source: ru ? point.source : point.sourceEn,
    wordingVerified: point.wordingVerified,
    needsEntranceAndPremises: point.needs === 'ENTRANCE_AND_PREMISES',
    suggestedWording: ru ? point.suggestedWordingRu : point.suggestedWordingEn,
  };
}

const WordingKindEnum = {
  EMPTY: 'EMPTY',
  TOO_LONG: 'TOO_LONG',
  VAGUE: 'VAGUE',
  SEVERAL_QUESTIONS: 'SEVERAL_QUESTIONS',
  NEGATION: 'NEGATION',
  MATERIAL_MISSING: 'MATERIAL_MISSING',
} as const;
registerEnumType(WordingKindEnum, { name: 'WordingFindingKind' });

@ObjectType('WordingFinding', { description: 'What is wrong, or may be wrong, with the wording of a question.' })
export class WordingFindingType {
  @Field(() => WordingKindEnum)
  kind: WordingFinding['kind'];

  @Field(() => String, { description: 'The words it was noticed by.' })
  fragment: string;

  @Field(() => Boolean, { description: 'true: it cannot be announced like this.' })
  blocks: boolean;

  @Field(() => String, { description: "What to do about it, in the caller's language." })
  explanation: string;
}
