import { Field, ID, ObjectType } from 'type-graphql';
import { NodeType } from '../../kernel/node.type.ts';
import { PersonDetailEnum, type PersonDetail } from './identity.enums.ts';

@ObjectType({ description: 'One thing that a command touched.' })
export class JournalId {
  @Field(() => String, { description: 'The part it played: `account`, `ballots`.' })
  role: string;

  @Field(() => ID, { description: 'Its global id where the kind is known by the role, and else its bare UUID.' })
  id: string;
}

@ObjectType('JournalRow', {
  implements: NodeType,
  description: 'One command that was carried out. Written in its transaction; nobody can alter or erase it.',
})
export class JournalRowType extends NodeType {
  @Field(() => Date)
  at: Date;

  @Field(() => ID, { nullable: true, description: 'null: the clockwork, at a time the law sets.' })
  accountId: string | null;

  @Field(() => ID, { nullable: true, description: 'The token of the app that acted.' })
  accessTokenId: string | null;

  @Field(() => String, { description: 'The name of the mutation, or of what the clockwork did.' })
  command: string;

  @Field(() => [JournalId])
  ids: readonly JournalId[];

  @Field(() => String, {
    nullable: true,
    description: 'What changed, as JSON; never an answer of a ballot, a number or a contact.',
  })
  changes: string | null;

  @Field(() => [JournalId], { description: 'The things that `changes` tells of by their ids, by field.' })
  mentioned: readonly JournalId[];

  @Field(() => String, { nullable: true })
  requestId: string | null;
}

@ObjectType('Look', { description: 'Somebody looked at sealed details of yours.' })
export class LookType {
  @Field(() => Date)
  at: Date;

  @Field(() => String, { nullable: true, description: 'Who looked.' })
  by: string | null;

  @Field(() => Boolean, { description: 'Through an app with a token.' })
  throughApp: boolean;

  @Field(() => ID, { description: 'At whom: you, or a body that you head.' })
  personId: string;

  @Field(() => String, { description: 'The reason they gave.' })
  reason: string;

  @Field(() => [PersonDetailEnum])
  fields: readonly PersonDetail[];
}
