import { Field, ID, InterfaceType } from 'type-graphql';
import { kindOfId } from './global-id.ts';

/** Implemented by every type with a global id: `@ObjectType('House', { implements: NodeType })`. */
@InterfaceType('Node', {
  description: 'Anything with a global id.',
  resolveType: (value: { readonly id: string }) => kindOfId(value.id) ?? undefined,
})
export abstract class NodeType {
  @Field(() => ID)
  id: string;
}
