import { Fraction } from '../../kernel/fraction.ts';
import type { Read } from '../../kernel/database.ts';
import { openDetails } from '../identity/index.ts';
import type { Secrets } from '../../kernel/ports.ts';
import { ownershipRow, writeSnils, type OwnershipFacts } from './rules/ownership-wording.ts';
import type { OwnedPart } from './rules/ballots-to-print.ts';

interface OwnedRow extends OwnedPart, Omit<OwnershipFacts, 'area' | 'share'> {
  readonly area: string;
  readonly numerator: string;
  readonly denominator: string;
}

const title = `o.joint, o.title_kind as "titleKind", o.title_number as "titleNumber", o.title_date::text as "titleDate"`;

/** Once voting runs, the roll says who owns what; before it is frozen, the register does. */
const onTheRoll = `select e.ownership_id as "ownershipId", e.holder_ids as "holderIds", rp.entrance, rp.number_key, rp.kind as "premisesKind",
    rp.number, rp.area_hundredths::text as area, e.share_numerator::text as numerator, e.share_denominator::text as denominator, ${title}
  from roll_entry e join roll_premises rp on rp.assembly_id = e.assembly_id and rp.premises_id = e.premises_id
  join ownership o on o.id = e.ownership_id where e.assembly_id = $1 and e.until is null`;
const inTheRegister = `select o.id as "ownershipId", array(select oh.person_id from ownership_holder oh where oh.ownership_id = o.id order by oh.person_id) as "holderIds",
    p.entrance, p.number_key, p.kind as "premisesKind", p.number, p.area_hundredths::text as area, o.share_numerator::text as numerator,
    o.share_denominator::text as denominator, ${title}
  from assembly a join premises p on p.house_id = a.house_id join ownership o on o.premises_id = p.id
  where a.id = $1 and p.withdrawn_at is null and o.withdrawn_at is null and o.until is null`;
const inOrder = `order by x.entrance nulls last, x."premisesKind" = 'FLAT' desc, x.number_key, x."ownershipId"`;

/** In the order of the flats. */
export async function ownedParts(read: Read, assemblyId: string, isFrozen: boolean): Promise<OwnedPart[]> {
  return read<OwnedPart>(
    `select x."ownershipId", x."holderIds", x.entrance from (${isFrozen ? onTheRoll : inTheRegister}) x ${inOrder}`,
    [assemblyId],
  );
}

/** The rows that a ballot prints, by ownership. A sale between the request and the print changes nothing here. */
export async function ownershipRows(
  read: Read,
  assemblyId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await read<OwnedRow>(
    `select o.id as "ownershipId", coalesce(rp.kind, p.kind) as "premisesKind", coalesce(rp.number, p.number) as number,
        coalesce(rp.area_hundredths, p.area_hundredths)::text as area, o.share_numerator::text as numerator,
        o.share_denominator::text as denominator, ${title}
       from ownership o join premises p on p.id = o.premises_id
       left join roll_premises rp on rp.assembly_id = $1 and rp.premises_id = p.id where o.id = any($2::uuid[])`,
    [assemblyId, ids],
  );
  return new Map(
    rows.map((row) => [
      row.ownershipId,
      ownershipRow({
        ...row,
        area: BigInt(row.area),
        share: Fraction.of(BigInt(row.numerator), BigInt(row.denominator)),
      }),
    ]),
  );
}

export interface PrintedOwner {
  readonly name: string;
  readonly identityName: string;
  readonly identity: string;
}

/** Full names with the number the law asks for: a SNILS, or the ОГРН of a company. */
export async function printedOwners(
  read: Read,
  secrets: Secrets,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PrintedOwner>> {
  const rows = await read<{ id: string; name: string; ogrn: string | null; kind: string; sealed: Buffer | null }>(
    `select id, kind, ogrn, details_sealed as sealed,
        coalesce(body_name, concat_ws(' ', family_name, given_name, patronymic)) as name
       from person where id = any($1::uuid[])`,
    [ids],
  );
  return new Map(
    rows.map(({ id, name, kind, ogrn, sealed }) => {
      if (kind !== 'PERSON') return [id, { name, identityName: 'ОГРН', identity: ogrn ?? '' }];
      const { snils } = openDetails(secrets, id, sealed);
      return [id, { name, identityName: 'СНИЛС', identity: snils == null ? '' : writeSnils(snils) }];
    }),
  );
}
