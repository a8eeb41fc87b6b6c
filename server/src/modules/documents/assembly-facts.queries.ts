import type { Context } from '../../kernel/context.ts';
import { encodeId } from '../../kernel/global-id.ts';
import { assemblyType, readAssemblyRow } from '../assembly/index.ts';
import { robustCountOf } from '../defect/index.ts';
import { disputedRecountOf } from '../dispute/index.ts';
import { openDetails } from '../identity/index.ts';
import { writeSnils } from '../paper/index.ts';
import { unconfirmedPaperOf } from '../sheet/index.ts';
import { explainItem, explainVerdict, Result, tallyFromJson } from '../voting/index.ts';
import type { AssemblyFacts, CountFacts, ItemFacts, PartyFacts } from './rules/assembly-facts.ts';

interface HeadRow extends Omit<
  AssemblyFacts,
  'number' | 'initiator' | 'administrator' | 'chair' | 'secretary' | 'tellers' | 'items' | 'materials'
> {
  readonly houseId: string;
  readonly parties: Readonly<Record<Role, string | null>>;
  readonly tellerIds: readonly string[];
}
type Role = 'initiatorPerson' | 'initiatorBody' | 'administratorPerson' | 'administratorBody' | 'chair' | 'secretary';

const headSql = `select a.id, a.title, a.annual, a.form, a.legal_mode as "legalMode", a.time_zone as "timeZone", a.house_id as "houseId",
    concat_ws(', ', h.settlement, h.street, 'д. ' || h.number, h.block) as address, h.fias_id as "fiasId",
    coalesce(a.notice_at, a.created_at) as "noticeAt", a.opens_at as "opensAt", a.closes_at as "closesAt",
    a.administrator_address as "administratorAddress", a.acceptance_procedure as "acceptanceProcedure", a.materials_place as "materialsPlace",
    json_build_object('initiatorPerson', a.initiator_person_id, 'initiatorBody', a.initiator_organisation_id,
      'administratorPerson', a.administrator_person_id, 'administratorBody', a.administrator_organisation_id,
      'chair', a.chair_id, 'secretary', a.secretary_id) as parties, a.teller_ids as "tellerIds", a.four_eyes as "fourEyes",
    not exists (select from assembly b where b.house_id = a.house_id and b.form = a.form and b.state = 'CLOSED' and b.closes_at < a.opens_at) as "firstVoting",
    (select count(*)::int from proxy x where x.house_id = a.house_id and (x.assembly_id is null or x.assembly_id = a.id)
       and x.registered_at < a.closes_at and x.valid_until > a.opens_at) as proxies
  from assembly a join house h on h.id = a.house_id where a.id = $1`;

const personsSql = `select p.id, p.kind, p.ogrn, p.details_sealed as sealed,
    coalesce(p.body_name, concat_ws(' ', p.family_name, p.given_name, p.patronymic)) as name,
    array(select r.number from roll_entry e join roll_premises r on r.assembly_id = e.assembly_id and r.premises_id = e.premises_id
           where e.assembly_id = $2 and p.id = any(e.holder_ids) order by r.number_key, e.id limit 5) as premises,
    array(select concat_ws(' ', o.title_kind, '№ ' || o.title_number, 'от ' || to_char(o.title_date, 'DD.MM.YYYY')) from roll_entry e
            join ownership o on o.id = e.ownership_id where e.assembly_id = $2 and p.id = any(e.holder_ids)
             and o.title_number is not null order by e.id limit 5) as titles
  from person p where p.id = any($1::uuid[])`;

async function partiesOf(context: Context, assemblyId: string, ids: readonly string[]) {
  const { read } = context.database;
  const persons = await read<PartyFacts & { id: string; kind: string; sealed: Buffer | null }>(personsSql, [
    ids,
    assemblyId,
  ]);
  const bodies = await read<{ id: string; name: string; ogrn: string }>(
    'select id, organisation_name as name, ogrn from organisation where id = any($1::uuid[])',
    [ids],
  );
  return new Map<string, PartyFacts>([
    ...persons.map(({ id, kind, sealed, name, ogrn, premises, titles }): [string, PartyFacts] => {
      const { snils, passport = null } = openDetails(context.secrets, id, sealed);
      const isPerson = kind === 'PERSON';
      return [
        id,
        { isPerson, name, ogrn, snils: snils == null ? null : writeSnils(snils), passport, premises, titles },
      ];
    }),
    ...bodies.map(({ id, name, ogrn }): [string, PartyFacts] => [
      id,
      { isPerson: false, name, ogrn, snils: null, passport: null, premises: [], titles: [] },
    ]),
  ]);
}

/** What was announced and who answers for it. */
export async function assemblyFacts(context: Context, assemblyId: string): Promise<AssemblyFacts> {
  const { read } = context.database;
  const [head] = await read<HeadRow>(headSql, [assemblyId]);
  if (!head) throw new Error('an assembly without a house');
  const { parties, tellerIds, ...rest } = head;
  const items = await read<ItemFacts>(
    `select id, position, code, wording, proposal, rule_source as "ruleSource" from agenda_item where assembly_id = $1 order by position`,
    [assemblyId],
  );
  const materials = await read<{ title: string }>(
    'select title from material where assembly_id = $1 order by attached_at, id',
    [assemblyId],
  );
  const ids = [...Object.values(parties), ...tellerIds].filter((id): id is string => id !== null);
  const known = await partiesOf(context, assemblyId, ids);
  const party = (...roles: readonly Role[]): PartyFacts | null =>
    roles.map((role) => known.get(parties[role] ?? '')).find((found) => found !== undefined) ?? null;
  return {
    ...rest,
    number: encodeId('Assembly', assemblyId),
    items,
    materials: materials.map(({ title }) => title),
    initiator: party('initiatorPerson', 'initiatorBody'),
    administrator: party('administratorPerson', 'administratorBody'),
    chair: party('chair'),
    secretary: party('secretary'),
    tellers: tellerIds.flatMap((id) => known.get(id) ?? []),
  };
}

const totalsSql = `select coalesce(sum(area_hundredths) filter (where kind = 'FLAT'), 0)::text as residential,
    coalesce(sum(area_hundredths) filter (where kind <> 'FLAT'), 0)::text as "nonResidential",
    (select count(*)::int from ballot where assembly_id = $1 and state = 'COUNTED' and channel = 'ELECTRONIC') as electronic,
    (select count(*)::int from ballot where assembly_id = $1 and state = 'COUNTED' and channel = 'PAPER') as paper
  from roll_premises where assembly_id = $1`;

/** What stands beside the result: without the ballots disputed and undecided at the end, without those with an open defect, and what paper is not in it. */
async function recountsOf(
  context: Context,
  assemblyId: string,
): Promise<Pick<CountFacts, 'recount' | 'robust' | 'unconfirmed'>> {
  const row = await readAssemblyRow(context, assemblyId, 'true as counted');
  if (!row) return { recount: null, robust: null, unconfirmed: null };
  const assembly = assemblyType(context, row);
  const [recount, robust, unconfirmed] = await Promise.all([
    disputedRecountOf(context, assembly),
    robustCountOf(context, assembly),
    unconfirmedPaperOf(context, assembly),
  ]);
  return {
    recount: recount?.explanation ?? null,
    unconfirmed: unconfirmed?.explanation ?? null,
    robust: robust && robust.ballotsLeftOut > 0 ? robust.explanation : null,
  };
}

/** What was counted at the end, with its verdicts in words. */
export async function countFacts(context: Context, assembly: AssemblyFacts): Promise<CountFacts> {
  const result = await context.database.em().findOneOrFail(Result, { assemblyId: assembly.id });
  const [totals] = await context.database.read<{
    residential: string;
    nonResidential: string;
    electronic: number;
    paper: number;
  }>(totalsSql, [assembly.id]);
  const tally = tallyFromJson(result.tally);
  const { countedAt, ballots, ballotsSha256 } = result;
  return {
    countedAt,
    ballots,
    ballotsSha256,
    tally,
    explanations: tally.items.map((item, at) => explainItem(item, tally, assembly.items[at]?.ruleSource ?? '—', 'ru')),
    quorumExplanation: explainVerdict(tally.quorum, 'ru'),
    residential: BigInt(totals?.residential ?? 0),
    nonResidential: BigInt(totals?.nonResidential ?? 0),
    electronic: totals?.electronic ?? 0,
    paper: totals?.paper ?? 0,
    ...(await recountsOf(context, assembly.id)),
  };
}
