import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../kernel/enum-of.ts';
import { unsignedSorts } from './unsigned-sorts.ts';

export const UnsignedMinutesSortEnum = enumOf(unsignedSorts);
registerEnumType(UnsignedMinutesSortEnum, { name: 'UnsignedMinutesSort' });

@InputType()
export class UnsignedMinutesFilter {
  @Field(() => ID, { nullable: true })
  houseId?: string | null;

  @Field(() => String, { nullable: true, description: 'Words of the title or the address.' })
  text?: string | null;
}

@InputType()
export class SignDocumentInput {
  @Field(() => ID)
  documentId: string;

  @Field(() => String, {
    nullable: true,
    description:
      'A detached CMS (PKCS#7) signature of the bytes of the document: PEM, or DER in base64. Without one the server signs with its own key, which only a demonstration allows.',
  })
  signature?: string | null;
}

@InputType()
export class OpenEvidenceInput {
  @Field(() => ID)
  assemblyId: string;

  @Field(() => String, { description: 'What for; kept in the journal.' })
  reason: string;
}
