import type {
  ElectronicEvent,
  PaperEvent,
  ProxyEvent,
  Scenario,
  ScenarioEvent,
  ScenarioOutcome,
  TransferEvent,
} from '../../scripts/scenarios/scenario.ts';
import { count } from './count.ts';
import { compare, product, ratio, readRatio, sum, type Ratio } from './ratio.ts';
import { SquareMetres } from './square-metres.ts';

interface Submitted {
  readonly id: string | null;
  readonly metres: readonly SquareMetres[];
  readonly answers: PaperEvent['answers'];
  /** When it was received, or handed over. */
  readonly moment: number;
  stands: boolean;
}

interface KnownProxy {
  readonly event: ProxyEvent;
  revokedAt: number;
}

const adulthood = 18;

/**
 * A second opinion on what the law makes of a scenario, written from the domain's text alone. It shares no code with the
 * product, so that both being wrong in the same way takes two mistakes.
 */
export class Oracle {
  readonly #scenario: Omit<Scenario, 'events' | 'expected'>;
  readonly #areas: Map<string, Ratio>;
  readonly #metres: SquareMetres[];
  readonly #proxies = new Map<string, KnownProxy>();
  readonly #submissions: Submitted[] = [];
  readonly #opens: number;
  readonly #closes: number;
  readonly #paperUntil: number;

  constructor(scenario: Omit<Scenario, 'events' | 'expected'>) {
    const { house, assembly } = scenario;
    this.#scenario = scenario;
    this.#areas = new Map(house.premises.map(({ number, area }) => [number, readRatio(area)]));
    this.#metres = house.ownerships.map(
      ({ owners, premises, share, since }) =>
        new SquareMetres(premises, readRatio(share), owners, since === null ? -Infinity : Date.parse(since)),
    );
    this.#opens = Date.parse(assembly.opensAt);
    this.#closes = Date.parse(assembly.closesAt);
    const { paperAcceptedUntil } = assembly;
    this.#paperUntil = paperAcceptedUntil === null ? this.#closes - 48 * 3_600_000 : Date.parse(paperAcceptedUntil);
  }

  /** Everything that is owned at a moment. */
  ownedAt(at: number): readonly SquareMetres[] {
    return this.#metres.filter((metres) => metres.holders(at).length > 0);
  }

  /** What nobody has voted with yet. */
  unvotedAt(at: number): readonly SquareMetres[] {
    return this.ownedAt(at).filter((metres) => !this.#isTaken(metres));
  }

  /** Ids of submissions that stand, for a dispute to name. */
  standing(): readonly string[] {
    return this.#submissions.flatMap(({ id, stands }) => (stands && id !== null ? [id] : []));
  }

  unrevoked(): readonly string[] {
    return [...this.#proxies.values()].filter(({ revokedAt }) => revokedAt === Infinity).map(({ event }) => event.id);
  }

  /** Whether something was cast with these square metres at exactly this moment. */
  wasCastAt(metres: SquareMetres, at: number): boolean {
    const same = new Set(metres.overlapping());
    return this.#submissions.some(
      (one) => one.stands && one.moment === at && one.metres.some((each) => same.has(each)),
    );
  }

  /** Events are given in their order. What comes of this one: */
  apply(event: ScenarioEvent): string {
    const at = Date.parse(event.at);
    switch (event.type) {
      case 'ELECTRONIC':
        return this.#castElectronically(event, at);
      case 'PAPER':
        return this.#enterPaper(event, at);
      case 'TRANSFER':
        this.#transfer(event, at);
        return 'APPLIED';
      case 'CORRECT_AREA':
        if (at >= this.#closes) return 'REFUSED_CLOSED';
        this.#areas.set(event.premises, readRatio(event.area));
        return 'APPLIED';
      case 'PROXY':
        this.#proxies.set(event.id, { event, revokedAt: Infinity });
        return 'APPLIED';
      case 'REVOKE_PROXY': {
        const proxy = this.#proxies.get(event.proxy);
        if (proxy) proxy.revokedAt = at;
        return 'APPLIED';
      }
      case 'UPHOLD_DISPUTE':
        for (const one of this.#submissions) if (one.id === event.ballot) one.stands = false;
        return 'APPLIED';
      default:
        return event satisfies never;
    }
  }

  /** The result, from the ballots that stand; areas as they were last corrected. */
  outcome(): ScenarioOutcome {
    const { house, assembly } = this.#scenario;
    const entranceOf = new Map(house.premises.map(({ number, entrance }) => [number, entrance]));
    const entrances = new Set([...entranceOf.values()].filter((entrance) => entrance !== null));
    const areaOf = (number: string): Ratio => this.#areas.get(number) ?? ratio(0);
    const areasOf = (entrance: number): Ratio =>
      sum(house.premises.filter((one) => one.entrance === entrance).map(({ number }) => areaOf(number)));
    const ballots = this.#submissions
      .filter(({ stands }) => stands)
      .flatMap(({ metres, answers }) =>
        metres.map((one) => ({
          votes: one.votes(areaOf(one.premises)),
          entrance: entranceOf.get(one.premises) ?? null,
          answers,
        })),
      );
    return count(
      {
        total: sum(house.premises.map(({ number }) => areaOf(number))),
        byEntrance: new Map([...entrances].map((entrance) => [entrance, areasOf(entrance)])),
      },
      assembly.agenda,
      ballots,
    );
  }

  #castElectronically(event: ElectronicEvent, at: number): string {
    const owner = event.owner ?? event.by;
    if (at < this.#opens || at >= this.#closes) return 'REFUSED_NOT_OPEN';
    const voted: SquareMetres[] = [];
    for (const premises of new Set(event.premises)) {
      const owned = this.#ownedBy(owner, premises, at);
      if (owned.length === 0) return 'REFUSED_NOT_OWNER';
      if (!this.#mayAct(event.by, owner, premises, at)) return 'REFUSED_NO_AUTHORITY';
      if (owned.some((metres) => this.#isTaken(metres))) return 'REFUSED_ALREADY_VOTED';
      voted.push(...owned);
    }
    const { agenda } = this.#scenario.assembly;
    if (!agenda.every((_item, item) => (event.answers[item] ?? null) !== null)) return 'REFUSED_INCOMPLETE';
    const answers = event.answers.map((answer) => (answer === null ? [] : [answer]));
    this.#submissions.push({ id: event.id, metres: voted, answers, moment: at, stands: true });
    return 'COUNTED';
  }

  #enterPaper(event: PaperEvent, at: number): string {
    if (at >= this.#closes) return 'REFUSED_CLOSED';
    const handed = Date.parse(event.receivedAt);
    const wholeSecond = (moment: number): number => Math.floor(moment / 1000);
    if (wholeSecond(handed) > wholeSecond(this.#paperUntil)) return 'REJECTED_LATE';
    if (handed < this.#opens) return 'REJECTED_EARLY';
    if (!event.signed) return 'REJECTED_UNSIGNED';
    const owned = this.#ownedBy(event.owner, event.premises, handed);
    if (owned.length === 0) return 'REJECTED_NOT_OWNER';
    if (!this.#mayAct(event.by ?? event.owner, event.owner, event.premises, handed)) return 'REJECTED_NO_AUTHORITY';
    if (!event.answers.some((boxes) => new Set(boxes).size === 1)) return 'REJECTED_EMPTY';
    // One ballot for each ownership: what was voted with before is left out, the rest counts.
    const free = owned.filter((metres) => !this.#isTaken(metres));
    if (free.length === 0) return 'REJECTED_ALREADY_VOTED';
    this.#submissions.push({ id: event.id, metres: free, answers: event.answers, moment: handed, stands: true });
    return 'COUNTED';
  }

  #transfer({ premises, from, to, share }: TransferEvent, at: number): void {
    for (const metres of this.#ownedBy(from, premises, at)) {
      const sold = share === null ? metres.share : readRatio(share);
      if (compare(sold, metres.share) === 0n) metres.passTo(to, at);
      else {
        const kept = sum([metres.share, product(sold, ratio(-1))]);
        this.#metres.push(...metres.cut(sold, kept, to, at));
      }
    }
  }

  #ownedBy(key: string, premises: string, at: number): SquareMetres[] {
    return this.#metres.filter((metres) => metres.premises === premises && metres.isHeldBy(key, at));
  }

  #isTaken(metres: SquareMetres): boolean {
    const same = new Set(metres.overlapping());
    return this.#submissions.some((one) => one.stands && one.metres.some((each) => same.has(each)));
  }

  #mayAct(by: string, owner: string, premises: string, at: number): boolean {
    const isMinor = this.#isMinor(owner, at);
    if (by === owner) return !isMinor;
    const parents = this.#scenario.house.owners.find(({ key }) => key === owner)?.representedBy ?? [];
    if (isMinor && parents.includes(by)) return true;
    return [...this.#proxies.values()].some(
      ({ event, revokedAt }) =>
        event.owner === owner &&
        event.holder === by &&
        event.mayVote &&
        (event.premises === null || event.premises.includes(premises)) &&
        Date.parse(event.validFrom) <= at &&
        at < Date.parse(event.validUntil) &&
        at < revokedAt,
    );
  }

  #isMinor(key: string, at: number): boolean {
    const owner = this.#scenario.house.owners.find((one) => one.key === key);
    if (owner?.born == null) return owner?.minor ?? false;
    const [year = '', ...monthAndDay] = owner.born.split('-');
    const birthday = [String(Number(year) + adulthood), ...monthAndDay].join('-');
    return at < Date.parse(`${birthday}T00:00:00+03:00`);
  }
}

/** The scenario with what the oracle makes of every event and of the whole. */
export function answered(scenario: Scenario): Scenario {
  const oracle = new Oracle(scenario);
  const events = scenario.events.map((event): ScenarioEvent => ({ ...event, expect: oracle.apply(event) }));
  return { ...scenario, events, expected: oracle.outcome() };
}
