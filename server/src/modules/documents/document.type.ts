import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../kernel/enum-of.ts';
import { NodeType } from '../../kernel/node.type.ts';
import { Payload } from '../../kernel/payload.type.ts';
import { MomentScalar } from '../../kernel/scalars.ts';
import { documentFormats, documentKinds, type DocumentFormat, type DocumentKind } from './rules/document-kinds.ts';
import type { SignatureCheck, SignatureOrigin } from './rules/signature-words.ts';

export const DocumentKindEnum = enumOf(documentKinds);
registerEnumType(DocumentKindEnum, {
  name: 'DocumentKind',
  description: 'Papers of an assembly. NOTICE and PUBLIC_MINUTES name no owner’s answers and are for all who see it.',
});

const DocumentFormatEnum = enumOf(documentFormats);
registerEnumType(DocumentFormatEnum, { name: 'DocumentFormat', description: 'PDF is PDF/A-2a with tags.' });

const SignatureOriginEnum = { ELSEWHERE: 'ELSEWHERE', SERVER: 'SERVER' } as const;
registerEnumType(SignatureOriginEnum, {
  name: 'SignatureOrigin',
  description: 'Made elsewhere and brought here, or by the key of this server (a demonstration only).',
});

const SignatureCheckEnum = { VERIFIED: 'VERIFIED', NOT_VERIFIED_HERE: 'NOT_VERIFIED_HERE' } as const;
registerEnumType(SignatureCheckEnum, {
  name: 'SignatureCheck',
  description:
    'VERIFIED: it was made over these very bytes with the key of its certificate; who issued that certificate is not judged. NOT_VERIFIED_HERE: of a kind, such as GOST, that this server keeps but cannot check.',
});

@ObjectType('DocumentSignature', { description: 'A detached signature of one document.' })
export class DocumentSignatureType {
  @Field(() => SignatureOriginEnum)
  origin: SignatureOrigin;

  @Field(() => SignatureCheckEnum)
  check: SignatureCheck;

  @Field(() => String)
  algorithm: string;

  @Field(() => String, {
    nullable: true,
    description: 'As its certificate names them. null for those who may not see names here.',
  })
  signer: string | null;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was signed, as the signature itself says.' })
  statedAt: Date | null;

  @Field(() => MomentScalar)
  recordedAt: Date;

  @Field(() => String, { description: 'Of the signature file.' })
  sha256: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where the signature is downloaded, by those who keep the papers.',
  })
  fileUrl: string | null;
}

@ObjectType('AssemblyDocument', {
  implements: NodeType,
  description: 'A paper that an assembly wrote of itself. It never changes.',
})
export class AssemblyDocumentType extends NodeType {
  /** For resolvers, no field. */
  readonly assemblyKey: string;

  @Field(() => DocumentKindEnum)
  kind: DocumentKind;

  @Field(() => DocumentFormatEnum)
  format: DocumentFormat;

  @Field(() => String, { description: 'Of its bytes: whoever has a copy can compare.' })
  sha256: string;

  @Field(() => Int, { description: 'Bytes.' })
  size: number;

  @Field(() => MomentScalar)
  madeAt: Date;

  @Field(() => String, { description: 'Where it is downloaded.' })
  fileUrl: string;

  @Field(() => Boolean, { description: 'Whether the caller may record a signature of it.' })
  maySign: boolean;

  /** Not a field: whether the viewer may see who signed. */
  seesSigners: boolean;
}

@ObjectType()
export class SignDocumentPayload extends Payload {
  @Field(() => AssemblyDocumentType, { nullable: true })
  document?: AssemblyDocumentType | null;
}

@ObjectType()
export class OpenEvidencePayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: 'Where the package is downloaded, by this account alone, within the quarter of an hour.',
  })
  fileUrl?: string | null;
}
