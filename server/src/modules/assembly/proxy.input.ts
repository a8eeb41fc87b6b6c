import { Field, ID, InputType } from 'type-graphql';

@InputType()
export class RegisterProxyInput {
  @Field(() => ID)
  houseId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Only this assembly; left out: any assembly of the house within the term.',
  })
  assemblyId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Only these premises; left out: all that the owner has in the house.',
  })
  premisesIds?: string[] | null;

  @Field(() => ID, { description: 'Who gives the power.' })
  ownerId: string;

  @Field(() => ID, { description: 'Who acts.' })
  holderId: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the document names the right to vote; default true. Without it nobody votes by it.',
  })
  mayVote?: boolean | null;

  @Field(() => String, { description: 'Kind of the document, as in "доверенность".' })
  documentKind: string;

  @Field(() => String, { nullable: true })
  documentNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Day of the document, `YYYY-MM-DD`.' })
  documentDate?: string | null;

  @Field(() => String, { nullable: true, description: 'Notary or whoever certified it (ГК art. 185.1).' })
  certifiedBy?: string | null;

  @Field(() => Date)
  validFrom: Date;

  @Field(() => Date, { description: 'The first moment at which it no longer holds.' })
  validUntil: Date;

  @Field(() => String, { nullable: true, description: 'A repeat with the same key returns the first answer.' })
  idempotencyKey?: string | null;
}

@InputType()
export class RevokeProxyInput {
  @Field(() => ID)
  proxyId: string;

  @Field(() => String, { nullable: true })
  reason?: string | null;
}
