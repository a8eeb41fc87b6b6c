import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('UnconfirmedPaper', {
  description: 'Paper that two people had not entered and confirmed when voting ended: on record, and not counted.',
})
export class UnconfirmedPaperType {
  @Field(() => Int)
  papers: number;

  @Field(() => Int, { description: 'Of them, those that nobody entered at all.' })
  neverEntered: number;

  @Field(() => String, { description: "In the caller's language." })
  explanation: string;
}
