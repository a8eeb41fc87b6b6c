import type { World } from '../kernel/context.ts';
import { newId } from '../kernel/new-id.ts';
import { comesOfAgeOn, sealDetails } from '../modules/identity/index.ts';
import { numberKey } from '../modules/registry/rules/number-key.ts';
import { between, pick, type DemoRandom } from './demo-chance.ts';
import type { DemoHousePlan } from './demo-district.ts';
import { demoHousehold, type DemoOwner, type DemoShare } from './demo-household.ts';
import { demoName } from './demo-names.ts';
import { ogrnOf } from './demo-ogrn.ts';
import { demoPremises, type DemoPremises } from './demo-premises.ts';
import { RegisterRows } from './register-rows.ts';
import type { JournalLine } from './write-rows.ts';

const day = 86_400_000;
const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
const whole: DemoShare = { holders: [0], numerator: 1, denominator: 1 };

export interface DemoRegisterParts {
  readonly world: World;
  readonly random: DemoRandom;
  readonly plan: DemoHousePlan;
  readonly houseId: string;
  /** The account that keeps this register. */
  readonly keeperId: string;
  /** The public body that owns what was never privatised. */
  readonly cityId: string;
  /** When all this was entered. */
  readonly at: number;
  readonly now: number;
}

/** The register of one house, as its keeper would have entered it: premises, people, ownerships, each with its journal row. */
export class DemoRegister {
  readonly #parts: DemoRegisterParts;
  readonly #rows = new RegisterRows();
  readonly #adults: string[] = [];
  #alone: string | null = null;

  private constructor(parts: DemoRegisterParts) {
    this.#parts = parts;
  }

  /** Enters the house; the ids of all its grown-up people, beginning with one who owns a flat alone. */
  static async write(parts: DemoRegisterParts): Promise<readonly string[]> {
    const register = new DemoRegister(parts);
    for (const premises of demoPremises(parts.random, parts.plan)) register.#enter(premises);
    await register.#rows.write(parts.world.database.read);
    const alone = register.#alone;
    return [...(alone === null ? [] : [alone]), ...register.#adults.filter((id) => id !== alone)];
  }

  #enter({ kind, number, entrance, floor, areaHundredths }: DemoPremises): void {
    const { random, houseId, plan, cityId, at, keeperId } = this.#parts;
    const id = newId();
    const area = { area_hundredths: areaHundredths };
    const place = { house_id: houseId, number, number_key: numberKey(number), entrance, floor };
    this.#rows.add('premises', { id, kind, ...place, ...area, created_at: new Date(at) });
    // It has been so large since long before the first assembly here.
    const since = new Date(at - 6000 * day);
    this.#rows.add('premises_area', {
      id: newId(),
      premises_id: id,
      ...area,
      since,
      document: '',
      recorded_by: keeperId,
    });
    this.#tell('addPremises', { house: houseId, premises: id }, { area: String(areaHundredths) });
    if (kind === 'FLAT') {
      if (random() * 100 < plan.cityPercent) this.#own(id, [cityId], whole);
      else this.#household(id);
    } else if (kind === 'NON_RESIDENTIAL' || random() < 0.06) this.#own(id, [this.#company()], whole);
    // Whoever has a flat here parks and keeps things here.
    else this.#own(id, [pick(random, this.#adults)], whole);
  }

  #household(premisesId: string): void {
    const { people, shares, children } = demoHousehold(this.#parts.random);
    const known = people.map((person) => this.#person(person));
    const ids = known.map(({ id }) => id);
    if (shares[0]?.denominator === 1 && ids.length === 1) this.#alone ??= ids[0] ?? null;
    for (const share of shares) this.#own(premisesId, ids, share);
    for (const { child, parents } of children) {
      for (const parent of parents) {
        const id = newId();
        const [childId, parentId] = [ids[child] ?? '', ids[parent] ?? ''];
        const since = new Date(`${known[child]?.birthDate ?? ''}T00:00:00+03:00`);
        const document = 'свидетельство о рождении';
        this.#rows.add('guardianship', { id, child_id: childId, parent_id: parentId, document, since });
        this.#tell(
          'recordGuardianship',
          { guardianship: id, child: childId, parent: parentId },
          { since: since.toISOString(), until: null },
        );
      }
    }
  }

  #person(person: DemoOwner): { id: string; birthDate: string } {
    const { world, random, at, now } = this.#parts;
    const id = newId();
    const birthDate = dayOf(now - (person.age * 365.25 + between(random, 1, 360)) * day);
    const isGrown = person.age >= 18;
    const phones = isGrown && random() < 0.7 ? [`+7925${String(between(random, 1_000_000, 9_999_999))}`] : [];
    const { familyName, givenName, patronymic } = person;
    this.#rows.add('person', {
      id,
      kind: 'PERSON',
      family_name: familyName,
      given_name: givenName,
      patronymic,
      body_name: null,
      ogrn: null,
      head_id: null,
      details_sealed: sealDetails(world.secrets, id, { birthDate, phones }),
      comes_of_age_on: isGrown ? null : comesOfAgeOn(birthDate, dayOf(now)),
      created_at: new Date(at),
    });
    this.#tell('registerPerson', { person: id }, { alreadyKnown: false });
    if (isGrown) this.#adults.push(id);
    return { id, birthDate };
  }

  /** A company acts through its head. */
  #company(): string {
    const { random, plan, at } = this.#parts;
    const head = this.#person({ ...demoName(random), age: between(random, 30, 60) }).id;
    const id = newId();
    const serial = this.#rows.told;
    const trade = pick(random, ['Лавка', 'Аптека', 'Пекарня', 'Цветы', 'Ателье', 'Кофейня', 'Стоматология', 'Гараж']);
    this.#rows.add('person', {
      id,
      kind: 'COMPANY',
      family_name: null,
      given_name: null,
      patronymic: null,
      body_name: `ООО «${trade} ${String(plan.at)}-${String(serial)}»`,
      ogrn: ogrnOf(`11577${String(plan.at).padStart(2, '0')}${String(serial).padStart(5, '0')}`),
      head_id: head,
      details_sealed: null,
      comes_of_age_on: null,
      created_at: new Date(at),
    });
    this.#tell('registerPerson', { person: id }, { alreadyKnown: false });
    this.#tell('appointHead', { person: id, head, headBefore: null });
    return id;
  }

  #own(premisesId: string, people: readonly string[], share: DemoShare): void {
    const { random, houseId, at } = this.#parts;
    const id = newId();
    const holders = share.holders.map((holder) => people[holder] ?? '');
    const joint = holders.length > 1;
    const since = at - between(random, 40, 5400) * day;
    const number = `77:${String(between(random, 10, 19))}:${String(between(random, 1_000_000, 9_999_999))}`;
    this.#rows.add('ownership', {
      id,
      premises_id: premisesId,
      joint,
      since: new Date(since),
      share_numerator: share.numerator,
      share_denominator: share.denominator,
      title_kind: 'выписка из ЕГРН',
      title_number: number,
      title_date: dayOf(since),
    });
    for (const holder of holders) this.#rows.add('ownership_holder', { ownership_id: id, person_id: holder });
    const written = share.denominator === 1 ? '1' : `${String(share.numerator)}/${String(share.denominator)}`;
    this.#tell(
      'recordOwnership',
      { house: houseId, premises: premisesId, ownership: id, holders },
      { share: written, joint, since: new Date(since).toISOString(), until: null },
    );
  }

  #tell(command: string, ids: JournalLine['ids'], changes?: JournalLine['changes']): void {
    const { at, keeperId } = this.#parts;
    const line = { at: new Date(at + this.#rows.told * 1000), accountId: keeperId, command, ids };
    this.#rows.tell(changes === undefined ? line : { ...line, changes });
  }
}
