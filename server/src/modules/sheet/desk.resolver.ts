import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../kernel/context.ts';
import { AssemblyType } from '../assembly/index.ts';
import { scannedBallotOf, ScannedBallotType } from '../scan/index.ts';
import { deskOf } from './desk.queries.ts';
import { PaperDeskType } from './desk.type.ts';
import { PaperSheetType } from './sheet.type.ts';
import { unconfirmedPaperOf } from './unconfirmed.queries.ts';
import { UnconfirmedPaperType } from './unconfirmed.type.ts';

/** Adds to a sheet what was scanned of it, whichever of the two came first. */
@Resolver(() => PaperSheetType)
export class SheetScanResolver {
  @FieldResolver(() => ScannedBallotType, {
    nullable: true,
    description: 'Its pages, which of them are missing, and what a machine proposes. With `ballots:read`.',
  })
  async scan(
    @Ctx() context: Context,
    @Root() { assemblyUuid, number }: PaperSheetType,
  ): Promise<ScannedBallotType | null> {
    return number === null ? null : scannedBallotOf(context, assemblyUuid, number);
  }
}

/** Adds to an assembly how much paper waits for whom, and what did not get through. */
@Resolver(() => AssemblyType)
export class AssemblyDeskResolver {
  @FieldResolver(() => PaperDeskType, { nullable: true, description: 'For those who run the assembly.' })
  async paperDesk(@Ctx() context: Context, @Root() assembly: AssemblyType): Promise<PaperDeskType | null> {
    return deskOf(context, assembly);
  }

  @FieldResolver(() => UnconfirmedPaperType, {
    nullable: true,
    description: 'Beside the result: paper that stayed out of it because nobody had confirmed it in time.',
  })
  async unconfirmedPaper(
    @Ctx() context: Context,
    @Root() assembly: AssemblyType,
  ): Promise<UnconfirmedPaperType | null> {
    return unconfirmedPaperOf(context, assembly);
  }
}
