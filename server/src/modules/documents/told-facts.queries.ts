import type { Read } from '../../kernel/database.ts';
import { cellsOf, inOrder, onTheRoll, owned, type OwnedRow } from './register-facts.queries.ts';
import type { ToldFacts } from './rules/assembly-facts.ts';

const moment = (at: string): string => `to_char(${at} at time zone a.time_zone, 'DD.MM.YYYY HH24:MI')`;

// Whoever may act for an owner is told in their stead: the head of a body, a parent of a minor of that time.
const toldSql = `with looks as (select ids->>'person' as person, min(id) as row from journal
    where command <> 'castBallot' and ids @> jsonb_build_object('assembly', ($1::uuid)::text) and command = 'openNotice' group by 1)
  select ${owned}, coalesce(p.body_name, concat_ws(' ', p.family_name, p.given_name, p.patronymic)) as owner,
    coalesce(${moment('s.at')}, '') as "firstSignedIn",
    coalesce(${moment('n.at')} || case when n.through_app then ', в приложении' else ', в личном кабинете' end, '') as "firstOpened",
    coalesce((select '№ ' || l.row from looks l where l.person = n.person_id::text), '') as evidence
  from assembly a join ${onTheRoll.replace('roll_entry e', 'roll_entry e on e.assembly_id = a.id')}
    cross join lateral unnest(e.holder_ids) as holder(id) join person p on p.id = holder.id
    cross join lateral (select array(select p.id union select p.head_id where p.head_id is not null
      union select g.parent_id from guardianship g where g.child_id = p.id and g.since < a.closes_at
        and (g.until is null or g.until > a.notice_at) and p.comes_of_age_on > (a.notice_at at time zone a.time_zone)::date) as ids) as acting
    left join lateral (select min(x.created_at) as at from session x join account c on c.id = x.account_id
      where c.person_id = any(acting.ids) and x.created_at >= a.notice_at and x.created_at < a.closes_at) as s on true
    left join lateral (select x.seen_at as at, x.through_app, x.person_id from notice_sight x where x.assembly_id = a.id
      and x.person_id = any(acting.ids) and x.seen_at < a.closes_at order by x.seen_at, x.person_id limit 1) as n on true
  where a.id = $1 and e.until is null order by ${inOrder}, p.id`;

interface ToldRow extends OwnedRow, Omit<ToldFacts, 'premises'> {}

/** Every owner of the roll, each by themselves, with when they first came in and when they opened the notice. */
export async function toldOf(read: Read, assemblyId: string): Promise<ToldFacts[]> {
  const rows = await read<ToldRow>(toldSql, [assemblyId]);
  return rows.map((row) => {
    const { owner, firstSignedIn, firstOpened, evidence } = row;
    return { owner, premises: cellsOf(row).premises, firstSignedIn, firstOpened, evidence };
  });
}

/** The row of the journal by which the notice was posted. */
export async function postingOf(read: Read, assemblyId: string): Promise<string | null> {
  const [row] = await read<{ id: string }>(
    `select id::text from journal where command <> 'castBallot' and ids @> jsonb_build_object('assembly', ($1::uuid)::text)
      and command = 'announceAssembly' order by id desc limit 1`,
    [assemblyId],
  );
  return row?.id ?? null;
}
