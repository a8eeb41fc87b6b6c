import { Field, Int, ObjectType } from 'type-graphql';
import { NodeType } from '../../kernel/node.type.ts';
import { OrganisationKindEnum } from './identity.enums.ts';
import type { OrganisationKind } from './rules/organisation-kinds.ts';

@ObjectType('Organisation', {
  implements: NodeType,
  description: 'A managing company, an association of owners or a public body that runs assemblies.',
})
export class OrganisationType extends NodeType {
  @Field(() => OrganisationKindEnum)
  kind: OrganisationKind;

  @Field(() => String)
  name: string;

  @Field(() => String)
  ogrn: string;

  @Field(() => String, { nullable: true })
  postAddress: string | null;

  @Field(() => String, { nullable: true })
  phone: string | null;

  @Field(() => String, { nullable: true })
  site: string | null;

  @Field(() => Int, { description: 'To be given back on a change; a stale one is refused.' })
  version: number;
}
