import { Field, InputType } from 'type-graphql';

@InputType()
export class KeepListColumnsInput {
  @Field(() => String, { description: 'Which list, as the console calls it: `assemblies`.' })
  list: string;

  @Field(() => [String], {
    nullable: true,
    description: 'At most 40, in their order; left out: as a plain list shows them.',
  })
  columns?: string[] | null;
}
