import { Field, ID, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '../../kernel/scalars.ts';
import { encodeId } from '../../kernel/global-id.ts';
import { NodeType } from '../../kernel/node.type.ts';

export interface ProxyRow {
  id: string;
  house_id: string;
  assembly_id: string | null;
  premises_ids: string[] | null;
  owner_id: string;
  holder_id: string;
  may_vote: boolean;
  document_kind: string;
  document_number: string | null;
  document_date: string | null;
  certified_by: string | null;
  valid_from: Date;
  valid_until: Date;
  registered_at: Date;
  revoked_at: Date | null;
  revoke_reason: string | null;
}

@ObjectType('Proxy', { implements: NodeType, description: 'A power of attorney to vote, over a term.' })
export class ProxyType extends NodeType {
  /** For resolvers, no field. */
  readonly row: ProxyRow;

  @Field(() => ID)
  houseId: string;

  @Field(() => ID, { nullable: true, description: 'null: any assembly of the house within the term.' })
  assemblyId: string | null;

  @Field(() => [ID], { nullable: true, description: 'null: all that the owner has in the house.' })
  premisesIds: string[] | null;

  @Field(() => Boolean)
  mayVote: boolean;

  @Field(() => String)
  documentKind: string;

  @Field(() => String, { nullable: true })
  documentNumber: string | null;

  @Field(() => LocalDateScalar, { nullable: true })
  documentDate: string | null;

  @Field(() => String, { nullable: true })
  certifiedBy: string | null;

  @Field(() => Date)
  validFrom: Date;

  @Field(() => Date, { description: 'The first moment at which it no longer holds.' })
  validUntil: Date;

  @Field(() => Date)
  registeredAt: Date;

  @Field(() => Date, { nullable: true })
  revokedAt: Date | null;

  @Field(() => String, { nullable: true })
  revokeReason: string | null;
}

export function proxyType(row: ProxyRow): ProxyType {
  return {
    row,
    id: encodeId('Proxy', row.id),
    houseId: encodeId('House', row.house_id),
    assemblyId: row.assembly_id && encodeId('Assembly', row.assembly_id),
    premisesIds: row.premises_ids && row.premises_ids.map((id) => encodeId('Premises', id)),
    mayVote: row.may_vote,
    documentKind: row.document_kind,
    documentNumber: row.document_number,
    documentDate: row.document_date,
    certifiedBy: row.certified_by,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    registeredAt: row.registered_at,
    revokedAt: row.revoked_at,
    revokeReason: row.revoke_reason,
  };
}
