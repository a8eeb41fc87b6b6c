import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { PageArgs, type Page } from '../../kernel/page.type.ts';
import { payload } from '../../kernel/payload.type.ts';
import { AssemblyType } from '../assembly/index.ts';
import { PersonType } from '../identity/index.ts';
import { beginScan } from './commands/begin-scan.ts';
import { nameScanPage } from './commands/name-scan-page.ts';
import { setScanPageAside } from './commands/set-scan-page-aside.ts';
import { findScanPage, pagesOf, queueOf } from './scan-page.queries.ts';
import { ScanPageConnection, ScanPagePayload, type ScanPageType } from './scan-page.type.ts';
import { BeginScanInput, NameScanPageInput, SetScanPageAsideInput } from './scan.input.ts';
import { findScan, scansOf, uploaderOf } from './scan.queries.ts';
import { ScanConnection, ScanPayload, ScanType } from './scan.type.ts';
import { ownerOf, scannedBallotsOf } from './scanned-ballot.queries.ts';
import { ScannedBallotConnection, ScannedBallotType } from './scanned-ballot.type.ts';

const staff = ['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'] as const;

async function answer(context: Context, command: () => Promise<{ scanPageId: string }>): Promise<ScanPagePayload> {
  return payload(context, async () => ({ scanPage: await findScanPage(context, (await command()).scanPageId) }));
}

@Resolver(() => ScanType)
export class ScanResolver {
  @FieldResolver(() => PersonType, { nullable: true, description: 'null for a token without `people:read`.' })
  async uploadedBy(@Ctx() context: Context, @Root() scan: ScanType): Promise<PersonType | null> {
    return uploaderOf(context, scan);
  }

  @FieldResolver(() => ScanPageConnection, { description: 'Its pages as far as they are read, in their order.' })
  async pages(
    @Ctx() context: Context,
    @Root() scan: ScanType,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<ScanPageType>> {
    return pagesOf(context, scan, page);
  }

  @Access(staff, 'ballots:enter')
  @Mutation(() => ScanPayload, {
    description:
      'Announces a file of scanned ballots: PDF, JPEG, PNG or TIFF. Its bytes follow in parts of 4 MB at most by `POST /scans/ID/chunks` with the header `x-offset`.',
  })
  async beginScan(
    @Ctx() context: Context,
    @Arg('input', () => BeginScanInput) input: BeginScanInput,
  ): Promise<ScanPayload> {
    return payload(context, async () => ({ scan: await findScan(context, (await beginScan(context, input)).scanId) }));
  }

  @Access(staff, 'ballots:enter')
  @Mutation(() => ScanPagePayload, { description: 'Says which page of which ballot a page of the queue is.' })
  async nameScanPage(
    @Ctx() context: Context,
    @Arg('input', () => NameScanPageInput) input: NameScanPageInput,
  ): Promise<ScanPagePayload> {
    return answer(context, async () => nameScanPage(context, input));
  }

  @Access(staff, 'ballots:enter')
  @Mutation(() => ScanPagePayload, {
    description: 'Takes a page out of the queue that belongs to no ballot of this assembly.',
  })
  async setScanPageAside(
    @Ctx() context: Context,
    @Arg('input', () => SetScanPageAsideInput) input: SetScanPageAsideInput,
  ): Promise<ScanPagePayload> {
    return answer(context, async () => setScanPageAside(context, input));
  }
}

@Resolver(() => ScannedBallotType)
export class ScannedBallotResolver {
  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'null on a blank form, and for a token without `people:read`.',
  })
  async owner(@Ctx() context: Context, @Root() ballot: ScannedBallotType): Promise<PersonType | null> {
    return ownerOf(context, ballot);
  }
}

/** Adds what was scanned to an assembly; the assembly module does not know of it. */
@Resolver(() => AssemblyType)
export class AssemblyScanResolver {
  @FieldResolver(() => ScanConnection, {
    nullable: true,
    description: 'Files of scanned ballots, newest first. For those who run the assembly and its auditors.',
  })
  async scans(
    @Ctx() context: Context,
    @Root() assembly: AssemblyType,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<ScanType> | null> {
    return scansOf(context, assembly, page);
  }

  @FieldResolver(() => ScanPageConnection, {
    nullable: true,
    description: 'Scanned pages that wait for a person, oldest first. For the same people.',
  })
  async scanQueue(
    @Ctx() context: Context,
    @Root() assembly: AssemblyType,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<ScanPageType> | null> {
    return queueOf(context, assembly, page);
  }

  @FieldResolver(() => ScannedBallotConnection, {
    nullable: true,
    description: 'Ballots whose pages were read, by their numbers. For the same people.',
  })
  async scannedBallots(
    @Ctx() context: Context,
    @Root() assembly: AssemblyType,
    @Arg('incomplete', () => Boolean, { nullable: true, description: 'true: only those of which a page is missing.' })
    incomplete: boolean | null,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<ScannedBallotType> | null> {
    return scannedBallotsOf(context, assembly, incomplete === true, page);
  }
}
