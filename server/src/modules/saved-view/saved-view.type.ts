import { Field, Int, ObjectType } from 'type-graphql';
import { NodeType } from '../../kernel/node.type.ts';

@ObjectType('SavedView', {
  implements: NodeType,
  description: 'A list of the console as somebody wants to find it again.',
})
export class SavedViewType extends NodeType {
  @Field(() => String, { description: 'Which list, as the console calls it.' })
  list: string;

  @Field(() => String)
  name: string;

  @Field(() => String, { description: 'The query of the link: filters, order and columns.' })
  link: string;

  @Field(() => Boolean, { description: 'All staff find it.' })
  isShared: boolean;

  @Field(() => Boolean, { description: 'Only its owner may change it.' })
  isMine: boolean;

  @Field(() => String, { nullable: true, description: 'Who saved it.' })
  ownerName: string | null;

  @Field(() => Int, { description: 'To be given back on a change; a stale one is refused.' })
  version: number;
}
