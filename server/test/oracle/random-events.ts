import {
  marks,
  type Mark,
  type Scenario,
  type ScenarioEvent,
  type ScenarioOwner,
} from '../../scripts/scenarios/scenario.ts';
import type { Chance } from './chance.ts';
import { moscow } from './moscow-time.ts';
import type { Oracle } from './oracle.ts';
import type { SquareMetres } from './square-metres.ts';

type Kind = ScenarioEvent['type'];

/** Makes up what happens next, knowing how things stand: mostly what may well count, and every kind of defect. */
export class RandomEvents {
  readonly #chance: Chance;
  readonly #scenario: Omit<Scenario, 'events' | 'expected'>;
  readonly #oracle: Oracle;
  readonly #moments: readonly number[];
  readonly #opens: number;
  readonly #closes: number;
  /** How likely somebody is in favour of anything in this house. */
  readonly #favour: number;
  readonly #proxies: { readonly id: string; readonly owner: string; readonly holder: string }[] = [];
  #serial = 0;

  constructor(
    chance: Chance,
    scenario: Omit<Scenario, 'events' | 'expected'>,
    oracle: Oracle,
    moments: readonly number[],
  ) {
    this.#chance = chance;
    this.#scenario = scenario;
    this.#oracle = oracle;
    this.#moments = moments;
    this.#opens = Date.parse(scenario.assembly.opensAt);
    this.#closes = Date.parse(scenario.assembly.closesAt);
    this.#favour = chance.of([0.3, 0.6, 0.9, 1]);
  }

  /** null: nothing that could happen at this moment came to mind. */
  at(moment: number): ScenarioEvent | null {
    const kind = this.#chance.weighed<Kind>([
      [10, 'ELECTRONIC'],
      [7, 'PAPER'],
      [2, 'TRANSFER'],
      [1, 'CORRECT_AREA'],
      [2, 'PROXY'],
      [0.7, 'REVOKE_PROXY'],
      [1.2, 'UPHOLD_DISPUTE'],
    ]);
    const when = { at: moscow(moment), expect: '' };
    switch (kind) {
      case 'ELECTRONIC':
        return this.#electronic(moment, when);
      case 'PAPER':
        return this.#paper(moment, when);
      case 'TRANSFER':
        return this.#transfer(moment, when);
      case 'CORRECT_AREA': {
        const area = `${String(this.#chance.whole(0, 150))}.${String(this.#chance.whole(1, 99)).padStart(2, '0')}`;
        return { type: 'CORRECT_AREA', ...when, premises: this.#anyPremises(), area };
      }
      case 'PROXY':
        return this.#proxy(when);
      case 'REVOKE_PROXY': {
        const known = this.#oracle.unrevoked();
        return known.length === 0 ? null : { type: 'REVOKE_PROXY', ...when, proxy: this.#chance.of(known) };
      }
      case 'UPHOLD_DISPUTE': {
        const standing = this.#oracle.standing();
        if (standing.length === 0 || moment >= this.#closes) return null;
        return { type: 'UPHOLD_DISPUTE', ...when, ballot: this.#chance.of(standing) };
      }
      default:
        return kind satisfies never;
    }
  }

  #electronic(moment: number, when: { at: string; expect: string }): ScenarioEvent {
    const owner = this.#likelyOwner(moment);
    const by = this.#whoActsFor(owner);
    const own = this.#oracle.ownedAt(moment).filter((one) => one.isHeldBy(owner, moment));
    const premises = this.#chance.some([...new Set(own.map((one) => one.premises))], 1, 3);
    if (premises.length === 0 || this.#chance.is(0.05)) premises.push(this.#anyPremises());
    if (this.#chance.is(0.04)) premises.push(this.#chance.of(premises));
    return {
      type: 'ELECTRONIC',
      ...when,
      id: this.#next('e'),
      by,
      owner: by === owner && this.#chance.is(0.7) ? null : owner,
      premises,
      answers: this.#items(() => (this.#chance.is(0.03) ? null : this.#mark())),
    };
  }

  #paper(moment: number, when: { at: string; expect: string }): ScenarioEvent {
    const earlier = this.#moments.filter((one) => one <= moment && (one >= this.#opens || this.#chance.is(0.1)));
    const handed = this.#chance.is(0.35) || earlier.length === 0 ? moment : this.#chance.of(earlier);
    const owner = this.#likelyOwner(handed);
    const own = this.#oracle.ownedAt(handed).filter((one) => one.isHeldBy(owner, handed));
    const by = this.#chance.is(0.6) ? null : this.#whoActsFor(owner);
    const empty = this.#chance.is(0.05);
    return {
      type: 'PAPER',
      ...when,
      id: this.#next('p'),
      owner,
      premises: own.length === 0 || this.#chance.is(0.05) ? this.#anyPremises() : this.#chance.of(own).premises,
      receivedAt: moscow(handed),
      by,
      signed: !this.#chance.is(0.06),
      answers: this.#items(() => (empty || this.#chance.is(0.15) ? this.#invalid() : [this.#mark()])),
    };
  }

  #transfer(moment: number, when: { at: string; expect: string }): ScenarioEvent | null {
    const free = this.#oracle
      .ownedAt(moment)
      .filter((one) => one.heldSince(moment) < moment && !this.#oracle.wasCastAt(one, moment));
    if (free.length === 0) return null;
    const sold = this.#chance.of(free);
    const holders = sold.holders(moment);
    const from = this.#chance.of(holders);
    const passing = this.#oracle
      .ownedAt(moment)
      .filter((one) => one.premises === sold.premises && one.isHeldBy(from, moment));
    if (!passing.every((one) => free.includes(one))) return null;
    const neighbours = this.#oracle.ownedAt(moment).filter((one) => one.premises === sold.premises);
    const coOwners = new Set(neighbours.flatMap((one) => one.holders(moment)));
    const all = this.#owners().filter(({ key }) => key !== from);
    const near = all.filter(({ key }) => coOwners.has(key));
    // Often it is a co-owner who buys, and then has two shares of one flat.
    const others = near.length > 0 && this.#chance.is(0.3) ? near : all;
    const to = this.#chance.is(0.1)
      ? this.#chance.some(
          all.filter(({ kind }) => kind === 'PERSON'),
          2,
          2,
        )
      : [this.#chance.of(others)];
    const keys = to.map(({ key }) => key);
    if (passing.some((one) => isSameSet(one.holders(moment), keys))) return null;
    const part = passing.length === 1 && this.#chance.is(0.3) ? this.#partOf(sold) : null;
    return { type: 'TRANSFER', ...when, premises: sold.premises, from, to: keys, share: part };
  }

  /** A half, a third or two sevenths of what is owned. */
  #partOf({ share }: SquareMetres): string {
    const [top, bottom] = this.#chance.of([
      [1n, 2n],
      [1n, 3n],
      [2n, 7n],
    ] as const);
    return `${String(share.top * top)}/${String(share.bottom * bottom)}`;
  }

  #proxy(when: { at: string; expect: string }): ScenarioEvent {
    const adults = this.#owners().filter(({ minor }) => !minor);
    const [owner, holder] = this.#chance.some(adults, 2, 2).map(({ key }) => key);
    if (owner === undefined || holder === undefined) throw new RangeError('a house has two adults at least');
    const [from = 0, until = 0] = this.#chance.some(this.#moments, 2, 2).toSorted((one, other) => one - other);
    const id = this.#next('proxy');
    this.#proxies.push({ id, owner, holder });
    const some = this.#chance.some(this.#scenario.house.premises, 1, 3).map(({ number }) => number);
    return {
      type: 'PROXY',
      ...when,
      id,
      owner,
      holder,
      validFrom: moscow(from),
      // A term of nothing is no term.
      validUntil: moscow(this.#chance.is(0.4) ? this.#closes + 86_400_000 : Math.max(until, from + 1)),
      premises: this.#chance.is(0.25) ? some : null,
      mayVote: !this.#chance.is(0.1),
    };
  }

  #owners(): readonly ScenarioOwner[] {
    return this.#scenario.house.owners;
  }

  #anyPremises(): string {
    return this.#chance.of(this.#scenario.house.premises).number;
  }

  /** Mostly somebody who owns something then. */
  #likelyOwner(moment: number): string {
    const owned = this.#chance.is(0.6) ? this.#oracle.unvotedAt(moment) : this.#oracle.ownedAt(moment);
    const holders = owned.flatMap((one) => one.holders(moment));
    const given = this.#proxies.map(({ owner }) => owner).filter((owner) => holders.includes(owner));
    if (given.length > 0 && this.#chance.is(0.25)) return this.#chance.of(given);
    return holders.length === 0 || this.#chance.is(0.08)
      ? this.#chance.of(this.#owners()).key
      : this.#chance.of(holders);
  }

  #whoActsFor(owner: string): string {
    const parents = this.#owners().find(({ key }) => key === owner)?.representedBy ?? [];
    const holders = this.#proxies.filter((proxy) => proxy.owner === owner).map(({ holder }) => holder);
    if (parents.length > 0 && this.#chance.is(0.7)) return this.#chance.of(parents);
    if (holders.length > 0 && this.#chance.is(0.6)) return this.#chance.of(holders);
    return this.#chance.is(0.9) ? owner : this.#chance.of(this.#owners()).key;
  }

  #items<Answer>(answer: () => Answer): Answer[] {
    return this.#scenario.assembly.agenda.map(() => answer());
  }

  #mark(): Mark {
    return this.#chance.is(this.#favour) ? 'FOR' : this.#chance.of(marks);
  }

  #invalid(): readonly Mark[] {
    return this.#chance.of([[], ['FOR', 'AGAINST'], ['FOR', 'AGAINST', 'ABSTAIN'], ['AGAINST', 'ABSTAIN']]);
  }

  #next(kind: string): string {
    return `${kind}${String((this.#serial += 1))}`;
  }
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each) => other.includes(each));
}
