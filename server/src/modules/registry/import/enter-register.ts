import type { Context } from '../../../kernel/context.ts';
import type { Unit } from '../../../kernel/transaction.ts';
import { comesOfAgeOn, moscowToday, openDetails, sealDetails } from '../../identity/index.ts';
import { breathe, type Background } from './background.ts';
import { enterSteps, type Step } from './enter-rows.ts';
import { addDetails } from './staged-row.ts';
import type { Counts } from './write-verdicts.ts';

const rows = `from import_row r where r.import_id = $1 and r.row_number between $2 and $3 and r.verdict <> 'REFUSED'`;

const people = `insert into person (id, kind, family_name, given_name, patronymic, body_name, ogrn, snils_hash, details_sealed,
    comes_of_age_on, created_at, import_id, version)
  select r.person_id, o->>'kind', o->>'familyName', o->>'givenName', o->>'patronymic', o->>'bodyName', o->>'ogrn',
    case when r.person_key like 'snils %' then decode(substr(r.person_key, 7), 'hex') end, r.details_sealed,
    (o->>'comesOfAgeOn')::date, $4::timestamptz, $1, 1
  from import_row r, lateral (select r.fields->'ownership'->'owner' as o) owner
  where r.import_id = $1 and r.row_number between $2 and $3 and r.creates_person`;

const premises = `insert into premises (id, house_id, kind, number, number_key, entrance, floor, area_hundredths, cadastral_number,
    created_at, import_id, version)
  select r.place_id, $4::uuid, r.plan->>'kind', r.plan->>'number', r.plan->>'numberKey', (r.plan->>'entrance')::int,
    (r.plan->>'floor')::int, (r.plan->>'areaHundredths')::bigint, r.plan->>'cadastralNumber', $5::timestamptz, $1, 1
  ${rows} and r.creates_place`;

/** The table itself is the paper that says the area. */
const areas = `insert into premises_area (id, premises_id, area_hundredths, since, document, recorded_by)
  select gen_random_uuid(), r.place_id, (r.plan->>'areaHundredths')::bigint, $4::timestamptz, $5, $6::uuid
  ${rows} and r.creates_place`;

const ownerships = `insert into ownership (id, premises_id, share_numerator, share_denominator, joint, title_kind, title_number,
    title_date, since, import_id)
  select r.ownership_id, r.place_id, split_part(s.share, '/', 1)::bigint, coalesce(nullif(split_part(s.share, '/', 2), ''), '1')::bigint,
    (s.entry->>'joint')::boolean, s.entry->>'titleKind', s.entry->>'titleNumber', (s.entry->>'titleDate')::date,
    coalesce((coalesce(s.entry->>'since', $4)::date)::timestamp at time zone 'Europe/Moscow', $5::timestamptz), $1
  from import_row r, lateral (select r.fields->'ownership' as entry, r.fields->'ownership'->>'share' as share) s
  where r.import_id = $1 and r.row_number between $2 and $3 and r.creates_ownership`;

const holders = `insert into ownership_holder (ownership_id, person_id)
  select r.ownership_id, r.person_id ${rows} and r.ownership_id is not null
    and exists (select from ownership o where o.id = r.ownership_id and o.import_id = $1)`;

/** A parent acts from the child's birth on, eighteen years before it comes of age; one and the same stands on record once. */
const parents = `insert into guardianship (id, child_id, parent_id, since, import_id)
  select distinct on (child.id, q.id) gen_random_uuid(), child.id, q.id,
    (child.comes_of_age_on - interval '18 years') at time zone 'Europe/Moscow', $1
  from import_row r
  join person child on child.id = r.person_id and child.comes_of_age_on is not null
  join person q on q.withdrawn_at is null and q.snils_hash = decode(substr(r.parent_key, 7), 'hex') and q.id <> child.id
  where r.import_id = $1 and r.row_number between $2 and $3 and r.verdict <> 'REFUSED' and r.parent_key is not null
    and not exists (select from guardianship g where g.child_id = child.id and g.parent_id = q.id and g.until is null)`;

const rememberPremises = `update import_row r set before = coalesce(r.before, '{}') || jsonb_build_object('premises',
    jsonb_build_object('version', p.version + 1, 'entrance', p.entrance, 'floor', p.floor, 'cadastralNumber', p.cadastral_number))
  from premises p where p.id = r.place_id and r.import_id = $1 and r.row_number between $2 and $3
    and r.verdict <> 'REFUSED' and r.plan is not null and not r.creates_place`;

const amendPremises = `update premises p set version = p.version + 1, entrance = coalesce((r.plan->>'entrance')::int, p.entrance),
    floor = coalesce((r.plan->>'floor')::int, p.floor), cadastral_number = coalesce(r.plan->>'cadastralNumber', p.cadastral_number)
  ${rows} and r.plan is not null and not r.creates_place and p.id = r.place_id`;

const rememberTitles = `update import_row r set before = coalesce(r.before, '{}') || jsonb_build_object('title',
    jsonb_build_object('kind', o.title_kind, 'number', o.title_number, 'date', o.title_date))
  from ownership o where o.id = r.ownership_id and r.import_id = $1 and r.row_number between $2 and $3
    and r.verdict <> 'REFUSED' and r.fills_title`;

const fillTitles = `update ownership o set title_kind = coalesce(o.title_kind, r.fields->'ownership'->>'titleKind'),
    title_number = coalesce(o.title_number, r.fields->'ownership'->>'titleNumber'),
    title_date = coalesce(o.title_date, (r.fields->'ownership'->>'titleDate')::date)
  ${rows} and r.fills_title and o.id = r.ownership_id`;

interface Addition {
  readonly row_number: number;
  readonly person_id: string;
  readonly own_id: string;
  readonly details: string;
  readonly sealed: string | null;
  readonly import_id: string | null;
}

/** Phones, mail addresses and birth dates that known people did not have; sealed, so one by one. */
async function addToPeople(context: Context, unit: Unit, importId: string, background: Background): Promise<void> {
  const { secrets } = context;
  for (let last = 0; ;) {
    const additions = await unit.sql<Addition>(
      `select r.row_number, r.person_id, r.own_id, encode(r.details_sealed, 'base64') as details,
          encode(q.details_sealed, 'base64') as sealed, q.import_id
        from import_row r join person q on q.id = r.person_id
        where r.import_id = $1 and r.row_number > $2 and r.verdict <> 'REFUSED' and r.fills_details
        order by r.row_number limit 200`,
      [importId, last],
    );
    if (additions.length === 0) return;
    for (const one of additions) {
      const [known] = await unit.sql<{ sealed: string | null }>(
        `select encode(details_sealed, 'base64') as sealed from person where id = $1 for update`,
        [one.person_id],
      );
      const sealed = known?.sealed == null ? null : Buffer.from(known.sealed, 'base64');
      const before = openDetails(secrets, one.person_id, sealed);
      const added = addDetails(before, openDetails(secrets, one.own_id, Buffer.from(one.details, 'base64')));
      if (added === null) continue;
      await unit.sql(
        `update person set details_sealed = $2, comes_of_age_on = $3, version = version + 1 where id = $1`,
        [
          one.person_id,
          sealDetails(secrets, one.person_id, added),
          comesOfAgeOn(added.birthDate, moscowToday(context)),
        ],
      );
      if (one.import_id === importId) continue;
      await unit.sql(
        `update import_row r set before = coalesce(r.before, '{}') || jsonb_build_object('person',
            jsonb_build_object('version', q.version, 'sealed', $3::text, 'comesOfAgeOn', $4::date))
          from person q where q.id = r.person_id and r.import_id = $1 and r.row_number = $2`,
        [
          importId,
          one.row_number,
          sealed?.toString('base64') ?? null,
          comesOfAgeOn(before.birthDate, moscowToday(context)),
        ],
      );
    }
    last = additions.at(-1)?.row_number ?? last;
    await breathe(background);
  }
}

/** Whoever froze the roll of the house hears of square metres that found their owner; new premises are on no roll yet. */
async function tellOwnerships(unit: Unit, importId: string, houseId: string): Promise<void> {
  const entered = await unit.sql<{
    id: string;
    premises: string;
    numerator: string;
    denominator: string;
    since: string;
    holders: string[];
  }>(
    `select o.id, o.premises_id as premises, o.share_numerator::text as numerator, o.share_denominator::text as denominator,
        o.since::text as since, (select array_agg(oh.person_id::text order by oh.person_id) from ownership_holder oh where oh.ownership_id = o.id) as holders
      from ownership o join premises p on p.id = o.premises_id
      where o.import_id = $1 and p.import_id is distinct from $1 order by o.id`,
    [importId],
  );
  for (const { id, premises: premisesId, numerator, denominator, since, holders: holderIds } of entered) {
    unit.tell({
      name: 'OwnershipRecorded',
      houseId,
      premisesId,
      since: new Date(since),
      until: null,
      ownership: {
        ownershipId: id,
        holderIds,
        shareNumerator: BigInt(numerator),
        shareDenominator: BigInt(denominator),
      },
    });
  }
}

export interface Entering {
  readonly importId: string;
  readonly houseId: string;
  readonly ownedSince: string | null;
  readonly document: string;
}

export async function enterRegister(
  context: Context,
  unit: Unit,
  entering: Entering,
  background: Background,
): Promise<Counts> {
  const { importId, houseId, ownedSince, document } = entering;
  const recordedBy = context.viewer.kind === 'SIGNED_IN' ? context.viewer.accountId : null;
  const steps: Step[] = [
    { sql: people, parameters: [unit.now] },
    { sql: premises, parameters: [houseId, unit.now] },
    { sql: areas, parameters: [unit.now, document, recordedBy] },
    { sql: ownerships, parameters: [ownedSince, unit.now] },
    { sql: holders, parameters: [] },
    { sql: parents, parameters: [] },
    { sql: rememberPremises, parameters: [] },
    { sql: amendPremises, parameters: [] },
    { sql: rememberTitles, parameters: [] },
    { sql: fillTitles, parameters: [] },
  ];
  const counts = await enterSteps(unit.sql, importId, steps, background);
  await addToPeople(context, unit, importId, background);
  await tellOwnerships(unit, importId, houseId);
  return counts;
}
