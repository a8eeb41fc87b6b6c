import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { enumOf } from '../../kernel/enum-of.ts';
import { decodeId, encodeId } from '../../kernel/global-id.ts';
import { connectionOf, PageArgs, type Page } from '../../kernel/page.type.ts';
import { Payload, payload } from '../../kernel/payload.type.ts';
import { visibleNode } from '../../kernel/node-registry.ts';
import { OrganisationType, PersonType, personById } from '../identity/index.ts';
import { HouseType, houseById } from '../registry/index.ts';
import { AgendaPointType, agendaPointType, WordingFindingType } from './agenda-library.type.ts';
import type { AssemblyState } from './assembly.entity.ts';
import { AssemblyStateEnum } from './assembly.enums.ts';
import {
  AmendAssemblyInput,
  AnnounceAssemblyInput,
  AttachMaterialInput,
  CancelAssemblyInput,
  DetachMaterialInput,
  DraftAssemblyInput,
} from './assembly.input.ts';
import {
  agendaOf,
  assemblySorts,
  findAssembly,
  listAssemblies,
  materialsOf,
  type AssemblySort,
} from './assembly.queries.ts';
import { AgendaItemType, agendaItemType, AssemblyType, MaterialType } from './assembly.type.ts';
import { amendAssembly } from './commands/amend-assembly.ts';
import { announceAssembly } from './commands/announce-assembly.ts';
import { attachMaterial } from './commands/attach-material.ts';
import { abortVoting, cancelAssembly } from './commands/cancel-assembly.ts';
import { detachMaterial } from './commands/detach-material.ts';
import { draftAssembly } from './commands/draft-assembly.ts';
import { actionsOn, AssemblyActionEnum, type AssemblyAction } from './allowed-actions.ts';
import { lookUpLibrary, lookAtWording } from './library.queries.ts';

const AssemblySortEnum = enumOf(assemblySorts);
registerEnumType(AssemblySortEnum, { name: 'AssemblySort' });

const AssemblyConnection = connectionOf(AssemblyType, 'Assembly');

@InputType()
export class AssemblyFilterInput {
  @Field(() => [AssemblyStateEnum], { nullable: true })
  states?: AssemblyState[] | null;

  @Field(() => ID, { nullable: true })
  houseId?: string | null;

  @Field(() => String, { nullable: true, description: 'Words of the title or the address.' })
  text?: string | null;
}

@ObjectType()
export class AssemblyPayload extends Payload {
  @Field(() => AssemblyType, { nullable: true })
  assembly?: AssemblyType | null;
}

const administrators = ['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'] as const;

async function answer(context: Context, command: () => Promise<{ assemblyId: string }>): Promise<AssemblyPayload> {
  return payload(context, async () => ({ assembly: await findAssembly(context, (await command()).assemblyId) }));
}

async function organisationOf(context: Context, id: string): Promise<OrganisationType | null> {
  return (await visibleNode(context, 'Organisation', id)) as OrganisationType | null;
}

@Resolver(() => AssemblyType)
export class AssemblyResolver {
  @Access('SIGNED_IN', 'assemblies:read')
  @Query(() => AssemblyConnection, {
    description: 'Assemblies the viewer may see: staff theirs, owners those of their houses once announced.',
  })
  async assemblies(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => AssemblyFilterInput, { nullable: true }) filter: AssemblyFilterInput | null,
    @Arg('sort', () => AssemblySortEnum, { defaultValue: 'NEWEST' }) sort: AssemblySort,
  ): Promise<Page<AssemblyType>> {
    return listAssemblies(context, page, filter ?? {}, sort);
  }

  @Access('SIGNED_IN', 'assemblies:read')
  @Query(() => AssemblyType, { nullable: true, description: 'null when there is none or the viewer may not see it.' })
  async assembly(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<AssemblyType | null> {
    return findAssembly(context, decodeId('Assembly', id, ['id']));
  }

  @Access('SIGNED_IN', 'assemblies:read')
  @Query(() => [AgendaPointType], {
    description: 'The points of law a question may come under, as in force at a moment (default now).',
  })
  agendaLibrary(
    @Ctx() context: Context,
    @Arg('at', () => Date, { nullable: true }) at: Date | null,
  ): AgendaPointType[] {
    return lookUpLibrary(context, at).map((point) => agendaPointType(context, point));
  }

  @Access('SIGNED_IN', 'assemblies:read')
  @Query(() => [WordingFindingType], { description: 'Checks the wording of a question before it is put on an agenda.' })
  examineWording(
    @Ctx() context: Context,
    @Arg('wording', () => String) wording: string,
    @Arg('hasMaterials', () => Boolean, {
      defaultValue: true,
      description: 'false: the assembly has no file yet, so a wording that refers to one is told so.',
    })
    hasMaterials = true,
  ): WordingFindingType[] {
    return lookAtWording(context, wording, hasMaterials);
  }

  @Access(administrators, 'assemblies:write')
  @Mutation(() => AssemblyPayload, { description: 'Draws up an assembly. Only staff see a draft.' })
  async draftAssembly(
    @Ctx() context: Context,
    @Arg('input', () => DraftAssemblyInput) input: DraftAssemblyInput,
  ): Promise<AssemblyPayload> {
    return answer(context, async () => draftAssembly(context, input));
  }

  @Access(administrators, 'assemblies:write')
  @Mutation(() => AssemblyPayload, { description: 'Changes a draft. What is left out is emptied, except the agenda.' })
  async amendAssembly(
    @Ctx() context: Context,
    @Arg('input', () => AmendAssemblyInput) input: AmendAssemblyInput,
  ): Promise<AssemblyPayload> {
    return answer(context, async () => amendAssembly(context, input));
  }

  @Access(administrators, 'assemblies:write')
  @Mutation(() => AssemblyPayload, { description: 'Adds a file for the owners to read, until voting opens.' })
  async attachMaterial(
    @Ctx() context: Context,
    @Arg('input', () => AttachMaterialInput) input: AttachMaterialInput,
  ): Promise<AssemblyPayload> {
    return answer(context, async () => attachMaterial(context, input));
  }

  @Access(administrators, 'assemblies:write')
  @Mutation(() => AssemblyPayload, { description: 'Takes a file away from a draft; what was announced stays.' })
  async detachMaterial(
    @Ctx() context: Context,
    @Arg('input', () => DetachMaterialInput) input: DetachMaterialInput,
  ): Promise<AssemblyPayload> {
    return answer(context, async () => detachMaterial(context, input));
  }

  @Access(administrators, 'assemblies:write')
  @Mutation(() => AssemblyPayload, {
    description: 'Posts the notice: from now on agenda, dates and rules stand (art. 45 p. 4, art. 46 p. 2).',
  })
  async announceAssembly(
    @Ctx() context: Context,
    @Arg('input', () => AnnounceAssemblyInput) input: AnnounceAssemblyInput,
  ): Promise<AssemblyPayload> {
    return answer(context, async () => announceAssembly(context, input));
  }

  @Access(administrators, 'assemblies:write')
  @Mutation(() => AssemblyPayload, {
    description: 'Calls it off before it opens; a new notice starts the ten days anew.',
  })
  async cancelAssembly(
    @Ctx() context: Context,
    @Arg('input', () => CancelAssemblyInput) input: CancelAssemblyInput,
  ): Promise<AssemblyPayload> {
    return answer(context, async () => cancelAssembly(context, input));
  }

  @Access(['PLATFORM_ADMINISTRATOR'], 'assemblies:write')
  @Mutation(() => AssemblyPayload, { description: 'Force majeure while voting runs: no decision, every ballot kept.' })
  async abortVoting(
    @Ctx() context: Context,
    @Arg('input', () => CancelAssemblyInput) input: CancelAssemblyInput,
  ): Promise<AssemblyPayload> {
    return answer(context, async () => abortVoting(context, input));
  }

  @FieldResolver(() => HouseType)
  async house(@Ctx() context: Context, @Root() assembly: AssemblyType): Promise<HouseType> {
    const house = await houseById(context, assembly.row.house_id);
    if (!house) throw new Error('an assembly without its house');
    return house;
  }

  @FieldResolver(() => [AgendaItemType])
  async agenda(@Ctx() context: Context, @Root() assembly: AssemblyType): Promise<AgendaItemType[]> {
    return (await agendaOf(context, assembly.row.id)).map(agendaItemType);
  }

  @FieldResolver(() => [MaterialType])
  async materials(@Ctx() context: Context, @Root() assembly: AssemblyType): Promise<MaterialType[]> {
    return (await materialsOf(context, assembly.row.id)).map((material) => ({
      id: encodeId('Material', material.id),
      fileId: encodeId('StoredFile', material.fileId),
      title: material.title,
      agendaItemId: material.agendaItemId ? encodeId('AgendaItem', material.agendaItemId) : null,
      attachedAt: material.attachedAt,
    }));
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'The owner who convenes; named in the notice (art. 45 p. 5).',
  })
  async initiatorPerson(@Ctx() context: Context, @Root() { row }: AssemblyType): Promise<PersonType | null> {
    return row.initiator_person_id === null ? null : personById(context, row.initiator_person_id);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: 'The organisation that convenes.' })
  async initiatorOrganisation(
    @Ctx() context: Context,
    @Root() { row }: AssemblyType,
  ): Promise<OrganisationType | null> {
    return row.initiator_organisation_id === null ? null : organisationOf(context, row.initiator_organisation_id);
  }

  @FieldResolver(() => PersonType, { nullable: true })
  async administratorPerson(@Ctx() context: Context, @Root() { row }: AssemblyType): Promise<PersonType | null> {
    return row.administrator_person_id === null ? null : personById(context, row.administrator_person_id);
  }

  @FieldResolver(() => OrganisationType, { nullable: true })
  async administratorOrganisation(
    @Ctx() context: Context,
    @Root() { row }: AssemblyType,
  ): Promise<OrganisationType | null> {
    return row.administrator_organisation_id === null
      ? null
      : organisationOf(context, row.administrator_organisation_id);
  }

  @FieldResolver(() => PersonType, { nullable: true })
  async chair(@Ctx() context: Context, @Root() { row }: AssemblyType): Promise<PersonType | null> {
    return row.chair_id === null ? null : personById(context, row.chair_id);
  }

  @FieldResolver(() => PersonType, { nullable: true })
  async secretary(@Ctx() context: Context, @Root() { row }: AssemblyType): Promise<PersonType | null> {
    return row.secretary_id === null ? null : personById(context, row.secretary_id);
  }

  @FieldResolver(() => [PersonType], { description: 'Who counts (счётная комиссия).' })
  async tellers(@Ctx() context: Context, @Root() { row }: AssemblyType): Promise<PersonType[]> {
    const tellers = await Promise.all(row.teller_ids.map(async (id) => personById(context, id)));
    return tellers.filter((teller) => teller !== null);
  }

  @FieldResolver(() => [AssemblyActionEnum], { description: 'What the viewer may do with it now.' })
  allowedActions(@Ctx() context: Context, @Root() assembly: AssemblyType): AssemblyAction[] {
    return actionsOn(context.viewer, assembly);
  }
}
