import { Fraction } from '../kernel/fraction.ts';
import type { Viewer } from '../kernel/viewer.ts';
import type { DemoApi } from './demo-api.ts';
import { demoName, pick } from './demo-names.ts';

export interface DemoHouseParts {
  readonly api: DemoApi;
  readonly admin: Viewer;
  readonly keeper: Viewer;
  readonly random: () => number;
  readonly begin: number;
  readonly now: number;
  readonly organisationId: string;
  readonly number: string;
  readonly flats: number;
  readonly password: string;
  /** The login of the first owner who votes online here, when it is to be known. */
  readonly ownerLogin: string | null;
}

export interface DemoDates {
  readonly handed: number;
  readonly notice: number;
  readonly opens: number;
  readonly closes: number;
}

export interface DemoAssembly {
  readonly id: string;
  readonly version: number;
  readonly agenda: readonly { readonly id: string }[];
}

interface Owned {
  readonly personId: string;
  /** A body acts through its head; in the demo it votes on paper. */
  readonly isBody: boolean;
  readonly premisesId: string;
}

/** A house of the demo with plausible flats and owners. */
export class DemoHouse {
  readonly #parts: DemoHouseParts;
  readonly #houseId: string;
  readonly #owned: Owned[] = [];
  readonly #accounts = new Map<string, Viewer>();
  #ownerLogin: string | null;

  private constructor(parts: DemoHouseParts, houseId: string) {
    this.#parts = parts;
    this.#houseId = houseId;
    this.#ownerLogin = parts.ownerLogin;
  }

  static async build(parts: DemoHouseParts): Promise<DemoHouse> {
    const { api, admin, begin, number, organisationId } = parts;
    const { house } = await api.change<{ house: { id: string } }>(
      begin,
      admin,
      'createHouse',
      {
        settlement: 'Москва',
        street: 'улица Вечевая',
        number,
        organisationId,
        entrances: 2,
        storeys: 9,
        yearBuilt: 1987,
      },
      'house { id }',
    );
    const built = new DemoHouse(parts, house.id);
    for (let flat = 1; flat <= parts.flats; flat += 1) await built.#flat(flat);
    await built.#shop();
    return built;
  }

  async #premises(number: string, kind: string, area: string, entrance: number | null, floor: number): Promise<string> {
    const { api, keeper, begin } = this.#parts;
    const { premises } = await api.change<{ premises: { id: string } }>(
      begin,
      keeper,
      'addPremises',
      { houseId: this.#houseId, number, kind, area, entrance, floor },
      'premises { id }',
    );
    return premises.id;
  }

  async #owner(
    premisesId: string,
    share: Fraction,
    person: { readonly kind: string } & Readonly<Record<string, string>>,
  ): Promise<void> {
    const { api, keeper, begin } = this.#parts;
    const registered = await api.change<{ person: { id: string } }>(
      begin,
      keeper,
      'registerPerson',
      { ...person },
      'person { id }',
    );
    await api.change(
      begin,
      keeper,
      'recordOwnership',
      {
        premisesId,
        holderIds: [registered.person.id],
        share: share.toString(),
        since: new Date(begin - 400 * 86_400_000).toISOString(),
        title: { kind: 'выписка из ЕГРН', number: `77:01:${Math.trunc(this.#parts.random() * 1e7)}` },
      },
      'ownership { id }',
    );
    this.#owned.push({ personId: registered.person.id, isBody: person.kind !== 'PERSON', premisesId });
  }

  async #flat(flat: number): Promise<void> {
    const { random, flats } = this.#parts;
    const area = (pick(random, [33, 44, 58, 74]) + Math.trunc(random() * 300) / 100).toFixed(2);
    const entrance = flat <= flats / 2 ? 1 : 2;
    const premisesId = await this.#premises(String(flat), 'FLAT', area, entrance, 1 + (Math.ceil(flat / 4) % 9));
    const owners = pick(random, [1, 1, 1, 2, 3]);
    // Now and then nobody knows who owns a share: it stays in the total.
    const known = random() < 0.06 ? owners - 1 : owners;
    for (let at = 0; at < known; at += 1) {
      await this.#owner(premisesId, Fraction.of(1, owners), { kind: 'PERSON', ...demoName(random) });
    }
  }

  async #shop(): Promise<void> {
    const premisesId = await this.#premises('I', 'NON_RESIDENTIAL', '118.40', null, 1);
    await this.#owner(premisesId, Fraction.one, {
      kind: 'COMPANY',
      bodyName: `ООО «Лавка ${this.#parts.number}»`,
      ogrn: ogrnOf(`10277000000${this.#parts.number}`),
    });
  }

  async draft(title: string, dates: DemoDates, agenda: readonly object[]): Promise<DemoAssembly> {
    const { api, keeper, organisationId } = this.#parts;
    const { assembly } = await api.change<{ assembly: DemoAssembly }>(
      dates.handed,
      keeper,
      'draftAssembly',
      {
        houseId: this.#houseId,
        form: 'SYSTEM',
        title,
        initiatorOrganisationId: organisationId,
        administratorOrganisationId: organisationId,
        administratorAddress: 'Москва, улица Вечевая, 1, кабинет 4',
        acceptanceProcedure: 'Бумажные решения принимаются в кабинете 4 с 9 до 20 часов.',
        handedToAdministratorAt: new Date(dates.handed).toISOString(),
        opensAt: new Date(dates.opens).toISOString(),
        closesAt: new Date(dates.closes).toISOString(),
        agenda,
      },
      'assembly { id version agenda { id } }',
    );
    return assembly;
  }

  async assembly(title: string, dates: DemoDates, agenda: readonly object[]): Promise<DemoAssembly> {
    const { api, keeper } = this.#parts;
    const { id, version } = await this.draft(title, dates, agenda);
    const { assembly } = await api.change<{ assembly: DemoAssembly }>(
      dates.notice,
      keeper,
      'announceAssembly',
      { assemblyId: id, version },
      'assembly { id version agenda { id } }',
    );
    return assembly;
  }

  /** A part of the owners hand in their decisions between two moments, most of them on paper. */
  async vote(assembly: DemoAssembly, from: number, to: number, part: number): Promise<void> {
    const { api, keeper, random } = this.#parts;
    const voters = this.#owned.filter(() => random() < part);
    for (const [at, { personId, isBody, premisesId }] of voters.entries()) {
      const moment = Math.trunc(from + ((to - from) * (at + random())) / voters.length);
      const marks = assembly.agenda.map(() => pick(random, ['FOR', 'FOR', 'FOR', 'AGAINST', 'ABSTAIN']));
      if (!isBody && (this.#ownerLogin !== null || random() < 0.3)) {
        await this.#castOnline(assembly, personId, premisesId, moment, marks);
      } else {
        await api.change(
          moment,
          keeper,
          'enterPaperBallot',
          {
            assemblyId: assembly.id,
            ownerId: personId,
            premisesId,
            handedOverAt: new Date(moment - 30_000).toISOString(),
            votes: assembly.agenda.map((item, index) => ({ agendaItemId: item.id, marks: [marks[index]] })),
            idempotencyKey: `demo-${personId}-${premisesId}`,
          },
          'submission { id }',
        );
      }
    }
  }

  /** The first who votes online may be the demo's owner, whose sign-in is printed; every other has an account of their own. */
  async #castOnline(
    assembly: DemoAssembly,
    personId: string,
    premisesId: string,
    moment: number,
    marks: readonly string[],
  ): Promise<void> {
    const { api, admin, now, number, password } = this.#parts;
    const login = this.#ownerLogin ?? `owner-${number}-${this.#accounts.size + 1}`;
    this.#ownerLogin = null;
    let voter = this.#accounts.get(personId);
    if (!voter) {
      const { invitation } = await api.change<{ invitation: { link: string } }>(
        now,
        admin,
        'invitePerson',
        { personId, login },
        'invitation { link }',
      );
      voter = await api.accept(now, invitation.link, password);
      this.#accounts.set(personId, voter);
    }
    await api.change(
      moment,
      voter,
      'castBallot',
      {
        assemblyId: assembly.id,
        premisesIds: [premisesId],
        votes: assembly.agenda.map((item, index) => ({ agendaItemId: item.id, answer: marks[index] })),
        idempotencyKey: `demo-${personId}-${premisesId}`,
      },
      'submission { id }',
    );
  }
}

/** Thirteen digits; the last is the rest of the others by 11, its last digit. */
function ogrnOf(twelve: string): string {
  return twelve + String((BigInt(twelve) % 11n) % 10n);
}
