import type { World } from '../../kernel/context.ts';
import type { Scope } from '../../kernel/access.ts';
import { AskedTogether } from '../../kernel/together.ts';
import { anonymous, type Grant, type Locale, type SignedIn, type Viewer } from '../../kernel/viewer.ts';

/** A personal access token as apps send it: `Authorization: Bearer veche_pat_…`. */
export const tokenPrefix = 'veche_pat_';

interface Row {
  hash: string;
  account_id: string;
  person_id: string;
  heads: string[];
  locale: Locale | null;
  session_id: string | null;
  token_id: string | null;
  scopes: Scope[] | null;
  grants: (Grant & { since: string; until: string | null })[];
  stale_use: boolean;
  stands_until: number;
}

const columns = `a.id as account_id, a.person_id, a.locale,
  coalesce((select array_agg(b.id) from person b where b.head_id = a.person_id and b.withdrawn_at is null), '{}') as heads,
  coalesce((select json_agg(json_build_object('role', g.role, 'organisationId', g.organisation_id, 'houseId', g.house_id,
    'assemblyId', g.assembly_id)) from role_grant g where g.account_id = a.id and g.revoked_at is null
     and g.since <= $2 and (g.until is null or g.until > $2)), '[]'::json) as grants`;

/** The next moment at which the secret expires, or a role begins or ends. */
const standsUntil = (expiry: string): string => `(extract(epoch from least(${expiry},
  (select min(case when g.since > $2 then g.since else g.until end) from role_grant g
    where g.account_id = a.id and g.revoked_at is null and (g.until is null or g.until > $2)))) * 1000)::float8 as stands_until`;

const bySession = `select encode(s.secret_hash, 'hex') as hash, ${columns}, ${standsUntil('s.expires_at')}, s.id as session_id, null::uuid as token_id,
    null::text[] as scopes, false as stale_use
  from session s join account a on a.id = s.account_id
 where s.secret_hash = any($1) and s.ended_at is null and s.expires_at > $2 and a.blocked_at is null`;

const byToken = `select encode(t.secret_hash, 'hex') as hash, ${columns}, ${standsUntil('t.expires_at')}, null::uuid as session_id, t.id as token_id,
    t.scopes, coalesce(t.last_used_at < $2::timestamptz - interval '1 minute', true) as stale_use
  from access_token t join account a on a.id = t.account_id
 where t.secret_hash = any($1) and t.revoked_at is null and t.expires_at > $2 and a.blocked_at is null`;

type Kind = 'session' | 'access-token';

/**
 * Finds who is behind a cookie or a token. Requests that arrive together share one look-up, so that a thousand voters
 * cost few round trips; nothing is remembered, so what was revoked a moment ago is refused now.
 */
export class ViewerFinder {
  readonly #world: World;
  readonly #askers: Readonly<Record<Kind, AskedTogether<Buffer, Viewer>>>;

  constructor(world: World) {
    this.#world = world;
    const asker = (kind: Kind): AskedTogether<Buffer, Viewer> =>
      new AskedTogether(async (hashes) => this.#findAll(kind, hashes), { most: 200, lanes: 2 });
    this.#askers = { session: asker('session'), 'access-token': asker('access-token') };
  }

  async bySession(secret: string): Promise<Viewer> {
    return this.#find('session', secret);
  }

  async byToken(token: string): Promise<Viewer> {
    if (!token.startsWith(tokenPrefix)) return anonymous;
    return this.#find('access-token', token);
  }

  async #find(kind: Kind, secret: string): Promise<Viewer> {
    return this.#askers[kind].ask(this.#world.secrets.hash(kind, secret));
  }

  async #findAll(kind: Kind, hashes: readonly Buffer[]): Promise<readonly Viewer[]> {
    const { clock, database } = this.#world;
    const now = new Date(clock.now());
    const sql = kind === 'session' ? bySession : byToken;
    const rows = await database.read<Row>(sql, [hashes, now], `find-viewer-by-${kind}`);
    const used = rows.filter((row) => row.stale_use).map((row) => row.token_id);
    if (used.length > 0) {
      await database.read('update access_token set last_used_at = $2 where id = any($1)', [used, now]);
    }
    const found = new Map(rows.map((row) => [row.hash, row]));
    return hashes.map((hash) => {
      const row = found.get(hash.toString('hex'));
      return row ? viewerOf(row) : anonymous;
    });
  }
}

function viewerOf(row: Row): SignedIn {
  return {
    kind: 'SIGNED_IN',
    accountId: row.account_id,
    personId: row.person_id,
    actorIds: [row.person_id, ...row.heads],
    grants: row.grants,
    scopes: row.scopes === null ? 'ALL' : new Set(row.scopes),
    sessionId: row.session_id,
    tokenId: row.token_id,
    locale: row.locale,
    standsUntil: row.stands_until,
  };
}
