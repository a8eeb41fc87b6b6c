import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDateScalar } from '../../../kernel/scalars.ts';
import { PremisesKindEnum } from '../registry.enums.ts';
import type { PremisesKind } from '../rules/premises-kinds.ts';
import {
  DelimiterEnum,
  ImportEncodingEnum,
  ImportFieldEnum,
  ImportKindEnum,
  type DelimiterName,
  type EncodingWish,
} from './import.enums.ts';
import type { ImportField, ImportKind } from './rules/import-field.ts';

@InputType()
export class PrepareImportInput {
  @Field(() => ID, { description: 'An XLSX or CSV file that was uploaded with `POST /files`.' })
  fileId: string;

  @Field(() => ImportKindEnum)
  kind: ImportKind;

  @Field(() => ID, { nullable: true, description: 'The house whose register comes in; only for REGISTER.' })
  houseId?: string | null;

  @Field(() => String, { nullable: true, description: 'Left out: the first visible sheet.' })
  sheet?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the first row holds headings. Left out: found out.' })
  hasHeader?: boolean | null;

  @Field(() => ImportEncodingEnum, { nullable: true, description: 'Of a CSV file.' })
  encoding?: EncodingWish | null;

  @Field(() => DelimiterEnum, { nullable: true, description: 'Of a CSV file. Left out: found out.' })
  delimiter?: DelimiterName | null;
}

@InputType()
export class ImportColumnInput {
  @Field(() => Int, { description: 'Counted from 1.' })
  column: number;

  @Field(() => ImportFieldEnum)
  field: ImportField;
}

@InputType()
export class MapImportInput {
  @Field(() => ID)
  importId: string;

  @Field(() => [ImportColumnInput], { description: 'What is not named is not read.' })
  columns: readonly ImportColumnInput[];

  @Field(() => PremisesKindEnum, {
    nullable: true,
    description: 'What premises are where no column tells; left out: FLAT.',
  })
  premisesKind?: PremisesKind | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'From when on owners own whose row does not say it; left out: from the commit on.',
  })
  ownedSince?: string | null;
}

@InputType()
export class RehearseImportInput {
  @Field(() => ID)
  importId: string;
}

@InputType()
export class CommitImportInput {
  @Field(() => ID)
  importId: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'true: rows with errors are left out and the good ones enter. Otherwise a single refused row refuses the commit.',
  })
  skipRefused?: boolean | null;
}

@InputType()
export class DiscardImportInput {
  @Field(() => ID)
  importId: string;
}

@InputType()
export class UndoImportInput {
  @Field(() => ID)
  importId: string;
}
