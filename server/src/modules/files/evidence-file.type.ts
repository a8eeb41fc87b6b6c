import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('EvidenceFile', {
  description: 'What an answer or a repair rests on; read by the owner and the staff of the assembly.',
})
export class EvidenceFileType {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  fileName: string;

  @Field(() => Int)
  size: number;

  @Field(() => String, { description: 'Where it is downloaded.' })
  url: string;
}
