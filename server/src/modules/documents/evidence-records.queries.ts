import type { Read } from '../../kernel/database.ts';
import { foundDefects } from '../defect/index.ts';

/** One list of records: the columns of its table, and its rows as they are written into the package. */
export interface EvidenceRecords {
  readonly name: string;
  readonly title: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

const moment = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const nameOf = (table: string): string =>
  `coalesce(${table}.body_name, concat_ws(' ', ${table}.family_name, ${table}.given_name, ${table}.patronymic))`;

/** Looks at the package are left out: a look would otherwise change what is looked at. */
const lists: readonly { readonly name: string; readonly title: string; readonly sql: string }[] = [
  {
    name: 'agenda',
    title: 'Повестка',
    sql: `select position, code, rule, rule_source as "ruleSource", entrance, wording, proposal, id
      from agenda_item where assembly_id = $1 order by position`,
  },
  {
    name: 'result',
    title: 'Итог',
    sql: `select ${moment('counted_at')} as "countedAt", ballots, ballots_sha256 as "ballotsSha256", tally::text as tally
      from result where assembly_id = $1`,
  },
  {
    name: 'roll',
    title: 'Собственники и голоса',
    sql: `select e.id, rp.kind, rp.number, rp.entrance, (rp.area_hundredths / 100.0)::numeric(20, 2)::text as area,
        e.share_numerator::text || '/' || e.share_denominator::text as share, e.units::text as units, a.common_unit::text as "commonUnit",
        (select string_agg(${nameOf('p')}, '; ' order by p.id) from person p where p.id = any(e.holder_ids)) as holders,
        e.lineage_id as "lineageId", ${moment('e.since')} as since, ${moment('e.until')} as until
      from roll_entry e join assembly a on a.id = e.assembly_id
        join roll_premises rp on rp.assembly_id = e.assembly_id and rp.premises_id = e.premises_id
      where e.assembly_id = $1 order by rp.entrance nulls last, rp.number_key, e.id`,
  },
  {
    name: 'roll-changes',
    title: 'Что изменилось в реестре за время голосования',
    sql: `select id, kind, ${moment('at')} as at, ${moment('effective_at')} as "effectiveAt", detail::text as detail
      from roll_change where assembly_id = $1 order by at, id`,
  },
  {
    name: 'notice-sights',
    title: 'Кто и когда открыл сообщение',
    sql: `select n.person_id as "personId", ${nameOf('p')} as person, ${moment('n.seen_at')} as "seenAt", n.through_app as "throughApp"
      from notice_sight n join assembly a on a.id = n.assembly_id left join person p on p.id = n.person_id
      where n.assembly_id = $1 and n.seen_at < a.closes_at order by n.seen_at, n.person_id`,
  },
  {
    name: 'ballots',
    title: 'Решения собственников',
    sql: `select b.id, b.submission_id as "submissionId", b.channel, rp.number as premises, ${nameOf('p')} as owner, b.authority, ${nameOf('x')} as "actedBy",
        b.sheet, b.state, b.reason, b.conflict, ${moment('b.received_at')} as "receivedAt", ${moment('b.handed_over_at')} as "handedOverAt",
        b.signed, b.entered_by as "enteredBy", b.roll_entry_id as "rollEntryId", b.lineage_id as "lineageId", b.proxy_id as "proxyId",
        ${moment('b.annulled_at')} as "annulledAt"
      from ballot b join person p on p.id = b.owner_id left join person x on x.id = b.acted_by_id
        left join roll_premises rp on rp.assembly_id = b.assembly_id and rp.premises_id = b.premises_id
      where b.assembly_id = $1 order by b.received_at, b.id`,
  },
  {
    name: 'proxies',
    title: 'Доверенности',
    sql: `select x.id, ${nameOf('p')} as owner, ${nameOf('y')} as holder, x.may_vote as "mayVote", x.document_kind as "documentKind",
        x.document_number as "documentNumber", x.document_date::text as "documentDate", x.certified_by as "certifiedBy",
        ${moment('x.valid_from')} as "validFrom", ${moment('x.valid_until')} as "validUntil", ${moment('x.registered_at')} as "registeredAt",
        ${moment('x.revoked_at')} as "revokedAt", x.revoke_reason as "revokeReason"
      from assembly a join proxy x on x.house_id = a.house_id and (x.assembly_id is null or x.assembly_id = a.id)
        join person p on p.id = x.owner_id join person y on y.id = x.holder_id
      where a.id = $1 and x.registered_at < a.closes_at order by x.registered_at, x.id`,
  },
  {
    name: 'disputes',
    title: 'Возражения «не моё решение»',
    sql: `select d.id, d.submission_id as "submissionId", d.ballot_id as "ballotId", ${nameOf('p')} as "openedBy", ${moment('d.opened_at')} as "openedAt",
        d.after_end as "afterEnd", d.statement, d.state, ${moment('d.decided_at')} as "decidedAt", d.evidence, d.reason
      from dispute d left join person p on p.id = d.opened_by_id where d.assembly_id = $1 order by d.opened_at, d.id`,
  },
  {
    name: 'defects',
    title: 'Дефекты бумажных решений и чем они устранены',
    sql: `select f.ballot_id as "ballotId", f.submission_id as "submissionId", f.kind, ${moment('coalesce(d.at, f.mended_at)')} as "repairedAt", d.way,
        ${nameOf('p')} as "repairedBy", d.note, d.signed_on::text as "signedOn"
      from (${foundDefects('b.assembly_id = $1')}) f left join defect_repair d on d.id = f.repair_id
        left join person p on p.id = d.repaired_by_id order by f.ballot_id, f.kind`,
  },
  {
    name: 'journal',
    title: 'Журнал действий',
    sql: `select j.id::text as id, ${moment('j.at')} as at, j.command, j.account_id as "accountId", j.token_id as "tokenId", j.ids::text as ids,
        j.changes::text as changes from journal j
      where j.ids->>'assembly' = $1::text and j.command <> 'openEvidence' order by j.id`,
  },
];

/** What is on record of an assembly, list by list. */
export async function* evidenceRecords(read: Read, assemblyId: string): AsyncGenerator<EvidenceRecords> {
  for (const { name, title, sql } of lists) yield { name, title, rows: await read(sql, [assemblyId]) };
}
