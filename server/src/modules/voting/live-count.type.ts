import { Field, Int, ObjectType } from 'type-graphql';
import { AssemblyType, type AssemblyRow } from '../assembly/index.ts';

@ObjectType({ description: 'The assembly with its count, as it stands at this event.' })
export class CountEvent {
  /** For resolvers, no field. */
  readonly row: AssemblyRow;

  @Field(() => Int, {
    description:
      'Number of the state: rises with everything that changes the count; give it as `after` to go on from here.',
  })
  sequence: number;

  @Field(() => Boolean, { description: 'You fell behind, and states before this one were not sent.' })
  lagged: boolean;

  @Field(() => AssemblyType)
  assembly?: AssemblyType;
}
