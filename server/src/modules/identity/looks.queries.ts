import type { Context } from '../../kernel/context.ts';
import { encodeId } from '../../kernel/global-id.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import { listPage, Parameters } from '../../kernel/page-query.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { PersonDetail } from './identity.enums.ts';
import type { LookType } from './journal.type.ts';
import { displayName } from './rules/names.ts';

interface LookRow {
  readonly at: Date;
  readonly personId: string;
  readonly token_id: string | null;
  readonly changes: { readonly reason: string; readonly fields: readonly PersonDetail[] };
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly patronymic: string | null;
}

/** Who opened what of the viewer's own sealed details, or of a body that they head: newest first. */
export async function listLooksAtMe(context: Context, args: PageArgs): Promise<Page<LookType>> {
  const { viewer } = context;
  if (viewer.kind !== 'SIGNED_IN') throw new Refusal('NOT_SIGNED_IN');
  const parameters = new Parameters();
  return listPage<LookRow, LookType>({
    database: context.database,
    select: `j.at, j.ids->>'person' as "personId", j.token_id, j.changes, p.family_name as "familyName",
      p.given_name as "givenName", p.patronymic`,
    from: 'journal j left join account a on a.id = j.account_id left join person p on p.id = a.person_id',
    where: [`j.command = 'revealPerson'`, `j.ids->>'person' = any(${parameters.add(viewer.actorIds)}::text[])`],
    parameters,
    sort: [{ by: 'j.id', type: 'bigint', descending: true }],
    args,
    nodeOf: (row) => ({
      at: row.at,
      by: displayName(row) || null,
      throughApp: row.token_id !== null,
      personId: encodeId('Person', row.personId),
      reason: row.changes.reason,
      fields: row.changes.fields,
    }),
  });
}
