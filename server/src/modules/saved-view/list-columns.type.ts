import { Field, ObjectType } from 'type-graphql';

@ObjectType('ListColumns', { description: 'How you like to see a list of the console.' })
export class ListColumnsType {
  @Field(() => String, { description: 'Which list, as the console calls it.' })
  list: string;

  @Field(() => [String], { description: 'Its columns, in their order.' })
  columns: readonly string[];
}
