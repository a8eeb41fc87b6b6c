import { Field, ID, InputType, Int } from 'type-graphql';
import type { AssemblyForm } from './assembly.entity.ts';
import { AssemblyFormEnum, LiveCountsEnum, type LiveCounts } from './assembly.enums.ts';

@InputType()
export class AgendaItemInput {
  @Field(() => String, {
    description: 'Point of art. 44 p. 2 of the Housing Code, or another article, from `agendaLibrary`.',
  })
  code: string;

  @Field(() => String, { description: 'The question, one meaning, at most 3 000 characters.' })
  wording: string;

  @Field(() => String, { nullable: true, description: 'What is proposed to be decided.' })
  proposal?: string | null;

  @Field(() => Int, { nullable: true, description: 'Only for point 4.5: the entrance concerned.' })
  entrance?: number | null;

  @Field(() => ID, { nullable: true, description: 'Only for point 4.5: the flat concerned.' })
  premisesId?: string | null;
}

@InputType({ description: 'All of an assembly that may be changed while it is a draft.' })
export class AssemblyFieldsInput {
  @Field(() => String)
  title: string;

  @Field(() => Boolean, { nullable: true, description: 'The annual assembly (art. 45 p. 1); default: extraordinary.' })
  annual?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'The owner who convenes; either this or an organisation.' })
  initiatorPersonId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The managing organisation that convenes (art. 45 p. 7).' })
  initiatorOrganisationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Administrator of the assembly (art. 47.1 p. 3), a person.' })
  administratorPersonId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Administrator of the assembly, an organisation.' })
  administratorOrganisationId?: string | null;

  @Field(() => String, { nullable: true, description: 'Where written decisions are handed in.' })
  administratorAddress?: string | null;

  @Field(() => ID, { nullable: true })
  chairId?: string | null;

  @Field(() => ID, { nullable: true })
  secretaryId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Who counts (счётная комиссия).' })
  tellerIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'How written decisions are taken in.' })
  acceptanceProcedure?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the materials may be read.' })
  materialsPlace?: string | null;

  @Field(() => LiveCountsEnum, {
    nullable: true,
    description: 'What owners see while voting runs; default: turnout only. Fixed at the announcement.',
  })
  liveCounts?: LiveCounts | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether two people make every entry of paper; default: yes. Fixed at the announcement, and shown with the result.',
  })
  fourEyes?: boolean | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When the initiator handed the notice to the administrator (≥ 14 × 24 h before the opening).',
  })
  handedToAdministratorAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'T0: voting is open from this moment.' })
  opensAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'T1: voting is open until this moment, which no longer counts.' })
  closesAt?: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Last moment to hand over paper, itself included; default T1 − 48 h.',
  })
  paperAcceptedUntil?: Date | null;

  @Field(() => [AgendaItemInput], {
    nullable: true,
    description: 'The whole agenda in its order; left out, it stays as it is.',
  })
  agenda?: AgendaItemInput[] | null;
}

@InputType()
export class DraftAssemblyInput extends AssemblyFieldsInput {
  @Field(() => ID)
  houseId: string;

  @Field(() => AssemblyFormEnum)
  form: AssemblyForm;
}

@InputType()
export class AmendAssemblyInput extends AssemblyFieldsInput {
  @Field(() => ID)
  assemblyId: string;

  @Field(() => Int, { description: 'The version you saw; a stale one is refused.' })
  version: number;
}

@InputType()
export class AttachMaterialInput {
  @Field(() => ID)
  assemblyId: string;

  @Field(() => ID, { description: 'A file uploaded to /files.' })
  fileId: string;

  @Field(() => String)
  title: string;

  @Field(() => ID, { nullable: true })
  agendaItemId?: string | null;
}

@InputType()
export class DetachMaterialInput {
  @Field(() => ID)
  assemblyId: string;

  @Field(() => ID)
  materialId: string;
}

@InputType()
export class AnnounceAssemblyInput {
  @Field(() => ID)
  assemblyId: string;

  @Field(() => Int, { description: 'The version you saw; a stale one is refused.' })
  version: number;
}

@InputType()
export class CancelAssemblyInput {
  @Field(() => ID)
  assemblyId: string;

  @Field(() => String, { description: 'Why; the owners will read it.' })
  reason: string;
}
