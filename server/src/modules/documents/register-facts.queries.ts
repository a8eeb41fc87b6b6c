import type { Read } from '../../kernel/database.ts';
import { Fraction } from '../../kernel/fraction.ts';
import { ownershipRow, type OwnershipFacts } from '../paper/index.ts';
import type { EntryFacts, VoterFacts } from './rules/assembly-facts.ts';

export interface OwnedRow extends Omit<OwnershipFacts, 'area' | 'share'> {
  readonly area: string;
  readonly numerator: string;
  readonly denominator: string;
}

export const owned = `rp.kind as "premisesKind", rp.number, rp.area_hundredths::text as area, e.share_numerator::text as numerator,
    e.share_denominator::text as denominator, o.joint, o.title_kind as "titleKind", o.title_number as "titleNumber",
    o.title_date::text as "titleDate"`;
export const onTheRoll = `roll_entry e join roll_premises rp on rp.assembly_id = e.assembly_id and rp.premises_id = e.premises_id
    join ownership o on o.id = e.ownership_id`;
export const inOrder = `rp.entrance nulls last, rp.kind = 'FLAT' desc, rp.number_key, e.id`;

export function cellsOf(row: OwnedRow) {
  const [premises = '', area = '', share = '', title = '', votes = ''] = ownershipRow({
    ...row,
    area: BigInt(row.area),
    share: Fraction.of(BigInt(row.numerator), BigInt(row.denominator)),
  });
  return { premises, area, share, title, votes };
}

const votersSql = `select ${owned}, b.channel, b.signed, b.authority, b.sheet, coalesce(b.handed_over_at, b.received_at) as at,
    coalesce(p.body_name, concat_ws(' ', p.family_name, p.given_name, p.patronymic)) as "fullName",
    coalesce(p.body_name, concat_ws(' ', p.given_name, left(p.family_name, 1) || '.')) as "shortName",
    coalesce(x.body_name, concat_ws(' ', x.family_name, x.given_name, x.patronymic)) as "actedBy",
    concat_ws(' ', y.document_kind, '№ ' || y.document_number) as proxy
  from ballot b join ${onTheRoll.replace('roll_entry e', 'roll_entry e on e.id = b.roll_entry_id')}
    join person p on p.id = b.owner_id left join person x on x.id = b.acted_by_id left join proxy y on y.id = b.proxy_id
  where b.assembly_id = $1 and b.state = 'COUNTED' order by ${inOrder}, b.id`;

interface VoterRow extends OwnedRow {
  readonly channel: 'ELECTRONIC' | 'PAPER';
  readonly signed: boolean | null;
  readonly authority: string | null;
  readonly sheet: string;
  readonly at: Date;
  readonly fullName: string;
  readonly shortName: string;
  readonly actedBy: string | null;
  readonly proxy: string | null;
}

const authorityWords: Readonly<Record<string, string>> = { HEAD: 'руководитель', PARENT: 'законный представитель' };

function wordAuthority({ authority, actedBy, proxy }: VoterRow): string {
  if (authority === null || authority === 'OWNER') return 'лично';
  const by = authority === 'PROXY' ? `представитель, ${proxy ?? 'доверенность'}` : (authorityWords[authority] ?? '');
  return actedBy === null ? by : `${by}: ${actedBy}`;
}

/** Who took part with a ballot that counts, in the order of the flats. */
export async function votersOf(read: Read, assemblyId: string): Promise<VoterFacts[]> {
  const rows = await read<VoterRow>(votersSql, [assemblyId]);
  return rows.map((row) => {
    const { premises, title, votes } = cellsOf(row);
    const { fullName, shortName, channel, signed, at, sheet } = row;
    return { premises, title, votes, fullName, shortName, channel, signed, at, sheet, authority: wordAuthority(row) };
  });
}

const entriesSql = `select ${owned}, to_char(o.since at time zone a.time_zone, 'DD.MM.YYYY') as since, coalesce(pr.cadastral_number, '') as "cadastralNumber",
    (select string_agg(coalesce(p.body_name, concat_ws(' ', p.family_name, p.given_name, p.patronymic)), '; ' order by p.id)
       from person p where p.id = any(e.holder_ids)) as holders,
    coalesce((select string_agg(p.ogrn, '; ' order by p.id) from person p where p.id = any(e.holder_ids)), '') as identity,
    (select sum(area_hundredths) from roll_premises where assembly_id = a.id)::text as "houseArea"
  from assembly a join ${onTheRoll.replace('roll_entry e', 'roll_entry e on e.assembly_id = a.id')}
    join premises pr on pr.id = e.premises_id
  where a.id = $1 and e.until is null order by ${inOrder}`;

interface EntryRow extends OwnedRow {
  readonly holders: string;
  readonly identity: string;
  readonly cadastralNumber: string;
  readonly since: string;
  readonly houseArea: string;
}

/** The roll as it stood at the end: everybody who owns, whether they voted or not. */
export async function entriesOf(read: Read, assemblyId: string): Promise<EntryFacts[]> {
  const rows = await read<EntryRow>(entriesSql, [assemblyId]);
  return rows.map((row) => {
    const part = Fraction.of(
      BigInt(row.area) * BigInt(row.numerator) * 100n,
      BigInt(row.houseArea) * BigInt(row.denominator),
    );
    const { holders, identity, cadastralNumber, since } = row;
    const shareOfHouse = `${part.toDecimal(3).replace('.', ',')} %`;
    return { ...cellsOf(row), holders, identity, cadastralNumber, since, shareOfHouse };
  });
}
