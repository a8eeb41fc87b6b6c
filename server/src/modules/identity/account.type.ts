import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { roles, type Role } from '../../kernel/viewer.ts';

export const RoleEnum = Object.fromEntries(roles.map((role) => [role, role])) as { readonly [Name in Role]: Name };
registerEnumType(RoleEnum, {
  name: 'Role',
  description:
    'What an account may do, always within a scope and a term. An owner needs no role: ownership is the right.',
});

@ObjectType({
  description: 'A role in force now and where it holds; without any scope it holds on the whole platform.',
})
export class HeldRole {
  @Field(() => RoleEnum)
  role: Role;

  @Field(() => ID, { nullable: true })
  organisationId: string | null;

  @Field(() => ID, { nullable: true })
  houseId: string | null;

  @Field(() => ID, { nullable: true })
  assemblyId: string | null;
}

@ObjectType('Viewer', { description: 'Who is asking.' })
export class ViewerType {
  @Field(() => ID)
  accountId: string;

  @Field(() => ID)
  personId: string;

  @Field(() => [HeldRole])
  roles: readonly HeldRole[];
}
