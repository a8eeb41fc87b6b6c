import type { Context } from '../../../kernel/context.ts';
import { Fraction } from '../../../kernel/fraction.ts';
import { newId } from '../../../kernel/new-id.ts';
import { openDetails, sameNames, type PersonDetails, type PersonKind } from '../../identity/index.ts';
import { breathe, type Background } from './background.ts';
import { knownPlaces, personsByNumber, type SealedPerson } from './known-register.ts';
import type { MappedColumn } from './rules/import-field.ts';
import { judgePremises } from './rules/judge-premises.ts';
import type { JudgedRow, JudgedPremises } from './rules/premises-case.ts';
import type { PremisesRow } from './rules/read-register-row.ts';
import { fault, type Fault } from './rules/verdict.ts';
import { addDetails, type Ask } from './staged-row.ts';
import { errorsOf, writeVerdicts, type StagedVerdict } from './write-verdicts.ts';

export interface StagedPremises extends Omit<PremisesRow, 'areaHundredths'> {
  readonly areaHundredths: string | null;
}

export interface StagedOwnership {
  readonly owner: {
    readonly kind: PersonKind;
    readonly familyName: string | null;
    readonly givenName: string | null;
    readonly patronymic: string | null;
    readonly bodyName: string | null;
    readonly ogrn: string | null;
    readonly hasNumber: boolean;
    readonly comesOfAgeOn: string | null;
  };
  readonly share: string;
  readonly joint: boolean;
  readonly group: string | null;
  readonly titleKind: string | null;
  readonly titleNumber: string | null;
  readonly titleDate: string | null;
  readonly since: string | null;
}

interface Staged {
  readonly row_number: number;
  readonly place_key: string;
  readonly person_key: string | null;
  readonly parent_key: string | null;
  readonly fields: { readonly premises: StagedPremises; readonly ownership?: StagedOwnership } | null;
  readonly hasDetails: boolean;
  /** Null only where the fields are, too. */
  readonly own_id: string;
}

export interface RegisterJob {
  readonly importId: string;
  readonly houseId: string;
  readonly columns: readonly MappedColumn[];
  readonly ownedSince: string | null;
}

const batch = 400;

const stagedSql = `select row_number, place_key, person_key, parent_key, fields, details_sealed is not null as "hasDetails", own_id
  from import_row where import_id = $1 and place_key is not null and (place_key, row_number) > ($2, $3)
  order by place_key, row_number limit ${batch}`;

/** Numbers that the table gives to people of different names: which row is right, nobody can tell. */
async function contestedNumbers(ask: Ask, importId: string): Promise<ReadonlySet<string>> {
  const rows = await ask<{ key: string }>(
    `select person_key as key from import_row where import_id = $1 and fields is not null and person_key !~ '^name '
      group by person_key having count(distinct fields->'ownership'->>'namesKey') > 1`,
    [importId],
  );
  return new Set(rows.map(({ key }) => key));
}

/** Whom the table names more than once: only these have to be kept in mind while it is judged. */
async function repeatedPeople(ask: Ask, importId: string): Promise<ReadonlySet<string>> {
  const rows = await ask<{ key: string }>(
    `select person_key as key from import_row where import_id = $1 and fields is not null and person_key is not null
       group by person_key having count(*) > 1
     union select parent_key from import_row where import_id = $1 and parent_key is not null`,
    [importId],
  );
  return new Set(rows.map(({ key }) => key));
}

/** Premises by premises, so that memory does not grow with the table. The last ones wait for their rows in the next batch. */
async function* placesOf(ask: Ask, importId: string): AsyncGenerator<Staged[][]> {
  let waiting: Staged[] = [];
  for (let [key, row] = ['', 0]; ;) {
    const rows = await ask<Staged>(stagedSql, [importId, key, row]);
    const places = Map.groupBy([...waiting, ...rows], (one) => one.place_key);
    const last = rows.at(-1);
    waiting = last && rows.length === batch ? (places.get(last.place_key) ?? []) : [];
    if (last && rows.length === batch) places.delete(last.place_key);
    yield [...places.values()];
    if (!last || rows.length < batch) return;
    [key, row] = [last.place_key, last.row_number];
  }
}

type Details = ReadonlyMap<number, PersonDetails>;

/** What was looked up for a batch: people of the register by id, what rows say of theirs by row. */
interface Looked {
  readonly people: ReadonlyMap<string, SealedPerson>;
  readonly details: Details;
}

/** One judging of one table: who is new so far, and which rows are refused for what another row says. */
class RegisterJudge {
  readonly #context: Context;
  readonly #ask: Ask;
  readonly #job: RegisterJob;
  readonly #contested: ReadonlySet<string>;
  readonly #repeated: ReadonlySet<string>;
  readonly #orphans: ReadonlySet<number>;
  readonly #now: number;
  readonly newPeople = new Map<string, string>();
  readonly parents = new Map<string, number[]>();

  constructor(
    context: Context,
    ask: Ask,
    job: RegisterJob,
    { contested, repeated }: { readonly contested: ReadonlySet<string>; readonly repeated: ReadonlySet<string> },
    orphans: ReadonlySet<number>,
  ) {
    [this.#context, this.#ask, this.#job] = [context, ask, job];
    [this.#contested, this.#repeated, this.#orphans] = [contested, repeated, orphans];
    this.#now = context.clock.now();
  }

  async judge(places: readonly Staged[][]): Promise<void> {
    const keys = places.flatMap(([first]) => (first ? [first.place_key] : []));
    const { entries, holders } = await knownPlaces(this.#context, this.#ask, this.#job.houseId, keys);
    const numbers = places
      .flat()
      .flatMap(({ person_key: key }) => (key === null || key.startsWith('name ') ? [] : [key]));
    const numbered = await personsByNumber(this.#context, this.#ask, [...new Set(numbers)]);
    const people = new Map([...holders, ...[...numbered.values()].map((person) => [person.personId, person] as const)]);
    // Details are sealed, so they are opened only where the register has some to compare them with.
    const comparable = places
      .flat()
      .filter(
        ({ place_key: place, person_key: key, hasDetails }) =>
          hasDetails && (entries.has(place) || (key !== null && numbered.has(key))),
      );
    const details = await this.#detailsOf(comparable);
    const decided: StagedVerdict[] = [];
    for (const rows of places) {
      const known = entries.get(rows[0]?.place_key ?? '') ?? null;
      const [first, ...rest] = rows.flatMap((row) => (row.fields ? [this.#judged(row, details)] : []));
      if (!first) continue;
      const judged = judgePremises({
        rows: [first, ...rest],
        hasUnreadRow: rows.some(({ fields }) => fields === null),
        known,
        byNumber: (key) => numbered.get(key) ?? null,
        sameNames,
      });
      decided.push(...this.#decide(rows, judged, known?.id ?? null, { people, details }));
    }
    await writeVerdicts(this.#ask, this.#job.importId, decided);
  }

  async #detailsOf(rows: readonly Staged[]): Promise<Details> {
    if (rows.length === 0) return new Map();
    const sealed = await this.#ask<{ row: number; own_id: string; details: string }>(
      `select row_number as row, own_id, encode(details_sealed, 'base64') as details from import_row
        where import_id = $1 and row_number = any($2::int[])`,
      [this.#job.importId, rows.map(({ row_number: row }) => row)],
    );
    const { secrets } = this.#context;
    return new Map(
      sealed.map(({ row, own_id: id, details }) => [row, openDetails(secrets, id, Buffer.from(details, 'base64'))]),
    );
  }

  #judged(row: Staged, details: Details): JudgedRow {
    const { row_number: rowNumber, person_key: personKey, fields } = row;
    if (!fields) throw new Error('an unread row is not judged');
    const { premises, ownership } = fields;
    const faults: Fault[] = [];
    if (personKey !== null && this.#contested.has(personKey)) {
      faults.push(
        personKey.startsWith('ogrn ') ? fault('OGRN', 'ONE_OGRN_TWO_NAMES') : fault('SNILS', 'ONE_SNILS_TWO_PEOPLE'),
      );
    }
    if (this.#orphans.has(rowNumber)) faults.push(fault('PARENT_SNILS', 'PARENT_UNKNOWN'));
    const area = premises.areaHundredths;
    const stated = { ...premises, areaHundredths: area === null ? null : BigInt(area) };
    if (!ownership || personKey === null) return { rowNumber, faults, premises: stated, ownership: null };
    const birthDate = details.get(rowNumber)?.birthDate ?? null;
    const begins = ownership.since ?? this.#job.ownedSince;
    return {
      rowNumber,
      faults,
      premises: stated,
      ownership: {
        ...ownership,
        owner: { ...ownership.owner, personKey, birthDate },
        share: Fraction.parse(ownership.share),
        sinceMoment: begins === null ? this.#now : Date.parse(`${begins}T00:00:00+03:00`),
      },
    };
  }

  #decide(rows: readonly Staged[], judged: JudgedPremises, premisesId: string | null, looked: Looked): StagedVerdict[] {
    const byNumber = new Map(rows.map((row) => [row.row_number, row]));
    const created = new Map<number, string>();
    const { areaHundredths, ...premises } = judged.premises;
    const plan = { ...premises, areaHundredths: areaHundredths?.toString() ?? null };
    let placeId = premisesId;
    let amended = !judged.changesPremises;
    return judged.rows.map((one): StagedVerdict => {
      const row = byNumber.get(one.rowNumber);
      if (one.verdict === 'REFUSED' || !row) {
        return { row_number: one.rowNumber, verdict: 'REFUSED', errors: errorsOf(one.faults, this.#job.columns) };
      }
      const createsPlace = placeId === null;
      placeId ??= newId();
      const person = this.#person(row, one.personId, looked);
      const createsOwnership = one.ownershipRow !== null && !created.has(one.ownershipRow);
      if (one.ownershipRow !== null && createsOwnership) created.set(one.ownershipRow, newId());
      const amends = !createsPlace && !amended;
      amended = true;
      if (row.parent_key !== null)
        this.parents.set(row.parent_key, [...(this.parents.get(row.parent_key) ?? []), one.rowNumber]);
      return {
        row_number: one.rowNumber,
        verdict: one.verdict === 'SAME' && person.fills_details ? 'CHANGED' : one.verdict,
        place_id: placeId,
        creates_place: createsPlace,
        ...person,
        ownership_id: one.ownershipId ?? created.get(one.ownershipRow ?? -1) ?? null,
        creates_ownership: createsOwnership,
        plan: createsPlace || amends ? plan : null,
        fills_title: one.fillsTitle,
      };
    });
  }

  /** Somebody of the register, somebody an earlier row brought, or somebody new. */
  #person(row: Staged, knownId: string | null, { people, details }: Looked) {
    if (row.person_key === null) return { person_id: null, creates_person: false, fills_details: false };
    if (knownId !== null) {
      const [known, added] = [people.get(knownId), details.get(row.row_number)];
      const fills =
        added !== undefined && addDetails(openDetails(this.#context.secrets, knownId, known?.sealed), added) !== null;
      return { person_id: knownId, creates_person: false, fills_details: fills };
    }
    const earlier = this.newPeople.get(row.person_key);
    // What an earlier row of this table brings is not on record yet, so the details are compared when it is.
    if (earlier !== undefined) return { person_id: earlier, creates_person: false, fills_details: row.hasDetails };
    if (this.#repeated.has(row.person_key)) this.newPeople.set(row.person_key, row.own_id);
    return { person_id: row.own_id, creates_person: true, fills_details: false };
  }
}

/** Rows whose parent is neither in the register nor brought by this table. */
async function orphansOf(context: Context, ask: Ask, judge: RegisterJudge): Promise<number[]> {
  const wanted = [...judge.parents.keys()].filter((key) => !judge.newPeople.has(key));
  const known = await personsByNumber(context, ask, wanted);
  return wanted.filter((key) => !known.has(key)).flatMap((key) => judge.parents.get(key) ?? []);
}

/** Every row that could be read is judged against the register of the house, and against the other rows of its premises. */
export async function judgeRegister(
  context: Context,
  ask: Ask,
  job: RegisterJob,
  background: Background,
): Promise<void> {
  const keys = {
    contested: await contestedNumbers(ask, job.importId),
    repeated: await repeatedPeople(ask, job.importId),
  };
  const orphans = new Set<number>();
  for (;;) {
    const judge = new RegisterJudge(context, ask, job, keys, orphans);
    let done = 0;
    for await (const places of placesOf(ask, job.importId)) {
      await judge.judge(places);
      done += places.reduce((rows, place) => rows + place.length, 0);
      await background.progress(done);
      await breathe(background);
    }
    // A refused child takes its share out of the sums, so the rest is judged again without it.
    const found = await orphansOf(context, ask, judge);
    if (found.length === 0) return;
    for (const row of found) orphans.add(row);
  }
}
