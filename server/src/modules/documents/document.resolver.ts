import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { visibleNode } from '../../kernel/node-registry.ts';
import { connectionOf, PageArgs, type Page } from '../../kernel/page.type.ts';
import { payload } from '../../kernel/payload.type.ts';
import { AssemblyType } from '../assembly/index.ts';
import { openEvidence } from './commands/open-evidence.ts';
import { signDocument } from './commands/sign-document.ts';
import {
  OpenEvidenceInput,
  SignDocumentInput,
  UnsignedMinutesFilter,
  UnsignedMinutesSortEnum,
} from './document.input.ts';
import {
  awaitedDocumentsOf,
  documentsOfAssembly,
  findDocument,
  offersEvidence,
  signaturesOf,
} from './document.queries.ts';
import {
  AssemblyDocumentType,
  DocumentKindEnum,
  DocumentSignatureType,
  OpenEvidencePayload,
  SignDocumentPayload,
} from './document.type.ts';
import type { DocumentKind } from './rules/document-kinds.ts';
import { listUnsignedMinutes } from './unsigned.queries.ts';
import type { UnsignedSort } from './unsigned-sorts.ts';

const AssemblyDocumentConnection = connectionOf(AssemblyDocumentType, 'AssemblyDocument');

@Resolver(() => AssemblyDocumentType)
export class AssemblyDocumentResolver {
  @FieldResolver(() => [DocumentSignatureType], { description: 'In the order in which they came.' })
  async signatures(
    @Ctx() context: Context,
    @Root() document: AssemblyDocumentType,
  ): Promise<readonly DocumentSignatureType[]> {
    return signaturesOf(context, document);
  }

  @FieldResolver(() => AssemblyType, { nullable: true, description: 'Whose paper it is.' })
  async assembly(@Ctx() context: Context, @Root() { assemblyKey }: AssemblyDocumentType): Promise<AssemblyType | null> {
    return (await visibleNode(context, 'Assembly', assemblyKey)) as AssemblyType | null;
  }

  @Access(['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'], 'assemblies:read')
  @Query(() => AssemblyDocumentConnection, {
    description: 'The minutes of ended assemblies that you answer for and nobody has signed. Needs `people:read` too.',
  })
  async unsignedMinutes(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => UnsignedMinutesFilter, { nullable: true }) filter: UnsignedMinutesFilter | null,
    @Arg('sort', () => UnsignedMinutesSortEnum, { defaultValue: 'ENDED_LAST' }) sort: UnsignedSort,
  ): Promise<Page<AssemblyDocumentType>> {
    return listUnsignedMinutes(context, page, filter ?? {}, sort);
  }

  @Access(['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'], 'assemblies:write')
  @Mutation(() => SignDocumentPayload, {
    description:
      'Records a detached signature of a document. A signed document never changes; it may be signed by several.',
  })
  async signDocument(
    @Ctx() context: Context,
    @Arg('input', () => SignDocumentInput) input: SignDocumentInput,
  ): Promise<SignDocumentPayload> {
    return payload(context, async () => ({
      document: await findDocument(context, await signDocument(context, input)),
    }));
  }

  @Access(['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR', 'AUDITOR'], 'assemblies:read')
  @Mutation(() => OpenEvidencePayload, {
    description:
      'Records a look at the evidence package of a closed assembly, and says where it is: roll, notices, ballots, proxies, journal, minutes and their hashes. Needs `people:read` and `ballots:read` too.',
  })
  async openEvidence(
    @Ctx() context: Context,
    @Arg('input', () => OpenEvidenceInput) input: OpenEvidenceInput,
  ): Promise<OpenEvidencePayload> {
    return payload(context, async () => openEvidence(context, input));
  }
}

/** Adds its papers to an assembly; the assembly module does not know of them. */
@Resolver(() => AssemblyType)
export class AssemblyDocumentsResolver {
  @FieldResolver(() => [AssemblyDocumentType], {
    description: 'What the caller may read of it; those that name people need `people:read`.',
  })
  async documents(@Ctx() context: Context, @Root() assembly: AssemblyType): Promise<readonly AssemblyDocumentType[]> {
    return documentsOfAssembly(context, assembly);
  }

  @FieldResolver(() => [DocumentKindEnum], {
    description: 'What is still being written, by itself and within a minute. Ask again while there are any.',
  })
  async awaitedDocuments(@Ctx() context: Context, @Root() assembly: AssemblyType): Promise<readonly DocumentKind[]> {
    return awaitedDocumentsOf(context, assembly);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller may take the evidence package of this closed assembly.',
  })
  mayOpenEvidence(@Ctx() context: Context, @Root() assembly: AssemblyType): boolean {
    return offersEvidence(context, assembly);
  }
}
