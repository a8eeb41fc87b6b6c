import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Access } from '../../../kernel/access.ts';
import { TimeOrderEnum, type TimeOrder } from '../../../kernel/time-order.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { PageArgs, type Page } from '../../../kernel/page.type.ts';
import { Payload, payload } from '../../../kernel/payload.type.ts';
import { commitImport } from './commands/commit-import.ts';
import { discardImport } from './commands/discard-import.ts';
import { mapImport } from './commands/map-import.ts';
import { prepareImport } from './commands/prepare-import.ts';
import { rehearseImport } from './commands/rehearse-import.ts';
import { undoImport } from './commands/undo-import.ts';
import { houseById } from '../house.queries.ts';
import { HouseType } from '../house.type.ts';
import { ImportRowErrorCodeEnum, ImportStateEnum } from './import.enums.ts';
import {
  CommitImportInput,
  DiscardImportInput,
  MapImportInput,
  PrepareImportInput,
  RehearseImportInput,
  UndoImportInput,
} from './import.input.ts';
import { findImport, importAccess, listImports, listRowErrors, previewRows, reasonsOf } from './import.queries.ts';
import {
  ImportJobConnection,
  ImportJobType,
  ImportReason,
  ImportRowErrorConnection,
  type ImportRowError,
} from './import.type.ts';
import type { ImportState } from './rules/import-lifecycle.ts';
import type { RowErrorCode } from './rules/row-error.ts';

@ObjectType()
export class ImportPayload extends Payload {
  @Field(() => ImportJobType, { nullable: true })
  import?: ImportJobType | null;
}

const staff = ['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'] as const;

async function answer(context: Context, command: () => Promise<{ importId: string }>): Promise<ImportPayload> {
  return payload(context, async () => ({ import: await findImport(context, (await command()).importId) }));
}

@Resolver(() => ImportJobType)
export class ImportResolver {
  @Access(importAccess.who, importAccess.scope)
  @Query(() => ImportJobType, { nullable: true, description: 'One import, also while it is under way.' })
  async import(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<ImportJobType | null> {
    return findImport(context, decodeId('ImportJob', id));
  }

  @Access(importAccess.who, importAccess.scope)
  @Query(() => ImportJobConnection, { description: 'Imports of the houses one serves.' })
  async imports(
    @Ctx() context: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('sort', () => TimeOrderEnum, { defaultValue: 'NEWEST' }) sort: TimeOrder,
    @Arg('houseId', () => ID, { nullable: true }) houseId?: string | null,
    @Arg('states', () => [ImportStateEnum], { nullable: true }) states?: readonly ImportState[] | null,
    @Arg('text', () => String, { nullable: true, description: 'Words of the name of the file, or of the address.' })
    text?: string | null,
  ): Promise<Page<ImportJobType>> {
    return listImports(context, args, { houseId: houseId ?? null, states: states ?? [], text: text ?? '' }, sort);
  }

  @FieldResolver(() => HouseType, { nullable: true, description: 'The house whose register it is.' })
  async house(@Ctx() context: Context, @Root() { houseId }: ImportJobType): Promise<HouseType | null> {
    return houseId === null ? null : houseById(context, decodeId('House', houseId));
  }

  @FieldResolver(() => [[String]], {
    nullable: 'itemsAndList',
    description:
      'The first rows of the table, read anew: 1–50 of them. Of a register only for whoever keeps it, with `people:read`; null for others.',
  })
  async preview(
    @Ctx() context: Context,
    @Root() root: ImportJobType,
    @Arg('rows', () => Int, { defaultValue: 10 }) rows: number,
  ): Promise<(string | null)[][] | null> {
    return previewRows(context, root.id, rows);
  }

  @FieldResolver(() => [ImportReason], {
    description: 'Why rows are refused, the most frequent reason first. A row with several reasons counts under each.',
  })
  async refusalReasons(@Ctx() context: Context, @Root() root: ImportJobType): Promise<ImportReason[]> {
    return reasonsOf(context, root.id);
  }

  @FieldResolver(() => ImportRowErrorConnection, {
    description: 'Why rows are refused, in their order. Needs `people:read` for a register.',
  })
  async rowErrors(
    @Ctx() context: Context,
    @Root() root: ImportJobType,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('code', () => ImportRowErrorCodeEnum, { nullable: true }) code?: RowErrorCode | null,
  ): Promise<Page<ImportRowError>> {
    return listRowErrors(context, root.id, args, code ?? null);
  }

  @Access(staff, 'houses:write')
  @Mutation(() => ImportPayload, {
    description:
      'Opens an uploaded table and proposes what its columns mean. Houses: the platform; a register: whoever keeps it.',
  })
  async prepareImport(
    @Ctx() context: Context,
    @Arg('input', () => PrepareImportInput) input: PrepareImportInput,
  ): Promise<ImportPayload> {
    return answer(context, async () => prepareImport(context, input));
  }

  @Access(staff, 'houses:write')
  @Mutation(() => ImportPayload, { description: 'Says what the columns mean. Can be said again until the commit.' })
  async mapImport(
    @Ctx() context: Context,
    @Arg('input', () => MapImportInput) input: MapImportInput,
  ): Promise<ImportPayload> {
    return answer(context, async () => mapImport(context, input));
  }

  @Access(staff, 'houses:write')
  @Mutation(() => ImportPayload, {
    description: 'Reads and judges every row in the background; nothing of the register changes.',
  })
  async rehearseImport(
    @Ctx() context: Context,
    @Arg('input', () => RehearseImportInput) input: RehearseImportInput,
  ): Promise<ImportPayload> {
    return answer(context, async () => rehearseImport(context, input));
  }

  @Access(staff, 'houses:write')
  @Mutation(() => ImportPayload, {
    description:
      'Enters the good rows in the background, all of them or none; refused when the register changed since the rehearsal.',
  })
  async commitImport(
    @Ctx() context: Context,
    @Arg('input', () => CommitImportInput) input: CommitImportInput,
  ): Promise<ImportPayload> {
    return answer(context, async () => commitImport(context, input));
  }

  @Access(staff, 'houses:write')
  @Mutation(() => ImportPayload, {
    description: 'Gives up an import of which nothing has entered the register; it can be taken no further.',
  })
  async discardImport(
    @Ctx() context: Context,
    @Arg('input', () => DiscardImportInput) input: DiscardImportInput,
  ): Promise<ImportPayload> {
    return answer(context, async () => discardImport(context, input));
  }

  @Access(staff, 'houses:write')
  @Mutation(() => ImportPayload, {
    description: 'Withdraws what the import brought; refused with IMPORT_IN_USE when anything was built on it.',
  })
  async undoImport(
    @Ctx() context: Context,
    @Arg('input', () => UndoImportInput) input: UndoImportInput,
  ): Promise<ImportPayload> {
    return answer(context, async () => undoImport(context, input));
  }
}
