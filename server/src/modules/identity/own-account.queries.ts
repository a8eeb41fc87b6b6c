import type { Scope } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { encodeId } from '../../kernel/global-id.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import { listPage, Parameters, type SortKey } from '../../kernel/page-query.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { byTime, type TimeOrder } from '../../kernel/time-order.ts';
import type { SignedIn } from '../../kernel/viewer.ts';
import type { AccessTokenType, SessionType } from './account.type.ts';

interface SessionRow {
  readonly id: string;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly userAgent: string | null;
  readonly address: string | null;
}
interface TokenRow {
  readonly id: string;
  readonly token_name: string;
  readonly scopes: Scope[];
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
  readonly last_used_at: Date | null;
}

const sessionColumns = 's.id, s.created_at, s.expires_at, s.user_agent as "userAgent", s.address';
const tokenColumns = 't.id, t.token_name, t.scopes, t.created_at, t.expires_at, t.revoked_at, t.last_used_at';

const created = (alias: string, order: TimeOrder): readonly SortKey[] =>
  byTime(order, { by: `${alias}.created_at`, type: 'timestamptz' }, { by: `${alias}.id`, type: 'uuid' });

function signedIn(context: Context): SignedIn {
  if (context.viewer.kind !== 'SIGNED_IN') throw new Refusal('NOT_SIGNED_IN');
  return context.viewer;
}

function sessionType(viewer: SignedIn, row: SessionRow): SessionType {
  return {
    id: encodeId('Session', row.id),
    isThisOne: row.id === viewer.sessionId,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    userAgent: row.userAgent,
    address: row.address,
  };
}

function tokenType(row: TokenRow): AccessTokenType {
  return {
    id: encodeId('AccessToken', row.id),
    name: row.token_name,
    scopes: row.scopes,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
  };
}

/** The sessions of one account that are still open. */
export async function listSessions(context: Context, args: PageArgs): Promise<Page<SessionType>> {
  const viewer = signedIn(context);
  const parameters = new Parameters();
  const account = parameters.add(viewer.accountId);
  const now = parameters.add(new Date(context.clock.now()));
  return listPage<SessionRow, SessionType>({
    database: context.database,
    select: sessionColumns,
    from: 'session s',
    where: [`s.account_id = ${account}`, 's.ended_at is null', `s.expires_at > ${now}`],
    parameters,
    sort: created('s', 'NEWEST'),
    args,
    nodeOf: (row) => sessionType(viewer, row),
  });
}

export async function ownSessionsById(
  context: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SessionType>> {
  const viewer = signedIn(context);
  const rows = await context.database.read<SessionRow>(
    `select ${sessionColumns} from session s where s.id = any($1::uuid[]) and s.account_id = $2`,
    [ids, viewer.accountId],
  );
  return new Map(rows.map((row) => [row.id, sessionType(viewer, row)]));
}

/** The tokens of one account, also those that are over. */
export async function listAccessTokens(
  context: Context,
  args: PageArgs,
  order: TimeOrder,
): Promise<Page<AccessTokenType>> {
  const viewer = signedIn(context);
  const parameters = new Parameters();
  return listPage<TokenRow, AccessTokenType>({
    database: context.database,
    select: tokenColumns,
    from: 'access_token t',
    where: [`t.account_id = ${parameters.add(viewer.accountId)}`],
    parameters,
    sort: created('t', order),
    args,
    nodeOf: tokenType,
  });
}

export async function ownAccessTokensById(
  context: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AccessTokenType>> {
  const viewer = signedIn(context);
  const rows = await context.database.read<TokenRow>(
    `select ${tokenColumns} from access_token t where t.id = any($1::uuid[]) and t.account_id = $2`,
    [ids, viewer.accountId],
  );
  return new Map(rows.map((row) => [row.id, tokenType(row)]));
}
