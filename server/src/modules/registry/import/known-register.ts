import type { Context } from '../../../kernel/context.ts';
import { Fraction } from '../../../kernel/fraction.ts';
import { openDetails, type PersonKind } from '../../identity/index.ts';
import type { KnownPerson } from './rules/find-owner.ts';
import type { KnownEntry, KnownOwnership } from './rules/premises-case.ts';
import type { Ask } from './staged-row.ts';

interface PersonRow {
  readonly personId: string;
  readonly kind: PersonKind;
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly patronymic: string | null;
  readonly bodyName: string | null;
  readonly numberKey: string | null;
  readonly sealed: string | null;
}

const personColumns = `q.id as "personId", q.kind, q.family_name as "familyName", q.given_name as "givenName", q.patronymic,
  q.body_name as "bodyName", coalesce('snils ' || encode(q.snils_hash, 'hex'), 'ogrn ' || q.ogrn) as "numberKey",
  encode(q.details_sealed, 'base64') as sealed`;

export interface SealedPerson extends KnownPerson {
  readonly sealed: Buffer | null;
}

function personOf(context: Context, row: PersonRow): SealedPerson {
  const { numberKey, sealed, ...rest } = row;
  const bytes = sealed === null ? null : Buffer.from(sealed, 'base64');
  return {
    ...rest,
    hasNumber: numberKey !== null,
    birthDate: openDetails(context.secrets, row.personId, bytes).birthDate ?? null,
    sealed: bytes,
  };
}

/** Persons of the register by the numbers a table gives: `snils …` and `ogrn …`. */
export async function personsByNumber(
  context: Context,
  ask: Ask,
  keys: readonly string[],
): Promise<Map<string, SealedPerson>> {
  const of = (kind: string): string[] =>
    keys.flatMap((key) => (key.startsWith(`${kind} `) ? [key.slice(kind.length + 1)] : []));
  const [hashes, ogrns] = [of('snils'), of('ogrn')];
  if (hashes.length + ogrns.length === 0) return new Map();
  const rows = await ask<PersonRow>(
    `select ${personColumns} from person q where q.withdrawn_at is null
       and (q.snils_hash in (select decode(h, 'hex') from unnest($1::text[]) as h) or q.ogrn = any($2::text[]))`,
    [hashes, ogrns],
  );
  return new Map(rows.map((row) => [row.numberKey ?? '', personOf(context, row)]));
}

interface PremisesRow {
  readonly id: string;
  readonly key: string;
  readonly entrance: number | null;
  readonly floor: number | null;
  readonly area: string;
  readonly cadastralNumber: string | null;
}

interface OwnershipRow {
  readonly id: string;
  readonly premisesId: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly titleKind: string | null;
  readonly titleNumber: string | null;
  readonly titleDate: string | null;
  readonly sinceDay: string;
  readonly since: string;
  readonly until: string | null;
}

const premisesSql = `select p.id, p.kind || ' ' || p.number_key as key, p.entrance, p.floor, p.area_hundredths::text as area,
    p.cadastral_number as "cadastralNumber"
  from unnest($2::text[], $3::text[]) as wanted (kind, number_key)
  join premises p on p.house_id = $1 and p.kind = wanted.kind and p.number_key = wanted.number_key and p.withdrawn_at is null`;

const ownershipsSql = `select o.id, o.premises_id as "premisesId", o.share_numerator::text as numerator,
    o.share_denominator::text as denominator, o.title_kind as "titleKind", o.title_number as "titleNumber",
    o.title_date::text as "titleDate", (o.since at time zone 'Europe/Moscow')::date::text as "sinceDay",
    (extract(epoch from o.since) * 1000)::bigint::text as since, (extract(epoch from o.until) * 1000)::bigint::text as until
  from ownership o where o.premises_id = any($1::uuid[]) and o.withdrawn_at is null order by o.id`;

const holdersSql = `select oh.ownership_id as "ownershipId", ${personColumns}
  from ownership_holder oh join person q on q.id = oh.person_id where oh.ownership_id = any($1::uuid[])`;

export interface KnownPlaces {
  /** By kind and number. */
  readonly entries: ReadonlyMap<string, KnownEntry>;
  readonly holders: ReadonlyMap<string, SealedPerson>;
}

/** What the register says of these premises of a house, who has owned them included. */
export async function knownPlaces(
  context: Context,
  ask: Ask,
  houseId: string,
  keys: readonly string[],
): Promise<KnownPlaces> {
  const split = keys.map((key) => [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)] as const);
  const premises = await ask<PremisesRow>(premisesSql, [
    houseId,
    split.map(([kind]) => kind),
    split.map(([, number]) => number),
  ]);
  const entries = new Map<string, KnownEntry>();
  const holders = new Map<string, SealedPerson>();
  if (premises.length === 0) return { entries, holders };
  const ownerships = await ask<OwnershipRow>(ownershipsSql, [premises.map(({ id }) => id)]);
  const holding = await ask<PersonRow & { readonly ownershipId: string }>(holdersSql, [ownerships.map(({ id }) => id)]);
  const holdersOf = new Map<string, KnownPerson[]>();
  for (const { ownershipId, ...row } of holding) {
    const person = holders.get(row.personId) ?? personOf(context, row);
    holders.set(row.personId, person);
    holdersOf.set(ownershipId, [...(holdersOf.get(ownershipId) ?? []), person]);
  }
  const ownershipsOf = new Map<string, KnownOwnership[]>();
  for (const row of ownerships) {
    const { premisesId, numerator, denominator, since, until, ...rest } = row;
    const known: KnownOwnership = {
      ...rest,
      share: Fraction.of(BigInt(numerator), BigInt(denominator)),
      since: Number(since),
      until: until === null ? null : Number(until),
      holders: holdersOf.get(row.id) ?? [],
    };
    ownershipsOf.set(premisesId, [...(ownershipsOf.get(premisesId) ?? []), known]);
  }
  for (const { id, key, area, ...rest } of premises) {
    entries.set(key, { id, ...rest, areaHundredths: BigInt(area), ownerships: ownershipsOf.get(id) ?? [] });
  }
  return { entries, holders };
}
