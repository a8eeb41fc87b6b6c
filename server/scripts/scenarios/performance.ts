import { actsHere, disputerOf } from './disputer.ts';
import type { Api } from './api.ts';
import type { Played, PlayedOutcome } from './difference.ts';
import { People } from './people.ts';
import { playEvent, type Play } from './play-event.ts';
import { recordOwnership, registerHouse } from './register-house.ts';
import type { Scenario } from './scenario.ts';
import type { Stage } from './stage.ts';

const day = 86_400_000;
/** How long the closing waits for requests that came in time and are still on their way. */
const grace = 10_000;

export interface Step {
  readonly at: number;
  readonly of: Performance;
  readonly act: () => Promise<void>;
}

/** Two people keep the assemblies: what one enters from paper the other confirms. */
export interface Staff {
  readonly admin: Api;
  readonly second: Api;
}

/** One scenario as it is played. */
export class Performance {
  readonly #stage: Stage;
  readonly #admin: Api;
  readonly #second: Api;
  readonly #scenario: Scenario;
  readonly #people: People;
  /** Keeps its house, companies and logins apart from those of the others. */
  readonly #serial: number;
  readonly #outcomes: string[] = [];
  #play: Play | null = null;
  #outcome: PlayedOutcome | null = null;

  constructor(stage: Stage, { admin, second }: Staff, scenario: Scenario, serial: number) {
    this.#stage = stage;
    this.#admin = admin;
    this.#second = second;
    this.#scenario = scenario;
    this.#serial = serial;
    this.#people = new People(stage.url, admin, serial);
  }

  /** A day before anything else happens, everything that is there from the start is entered. */
  static beginningOf({ assembly, events }: Scenario): number {
    return Math.min(...events.map(({ at }) => Date.parse(at)), draftedAt(assembly)) - day;
  }

  /** All that happens, in the order in which it happens at one moment. */
  steps(): Step[] {
    const { assembly, events, house } = this.#scenario;
    const beginning = Performance.beginningOf(this.#scenario);
    const found = house.ownerships.filter(({ since }) => since !== null && Date.parse(since) > beginning);
    const closed = Math.max(Date.parse(assembly.closesAt) + grace, ...events.map(({ at }) => Date.parse(at)));
    const step = (at: number, act: () => Promise<void>): Step => ({ at, of: this, act });
    return [
      step(beginning, async () => this.#enterRegister(beginning)),
      step(draftedAt(assembly), async () => this.#draftAssembly()),
      step(Date.parse(assembly.noticeAt), async () => this.#announceAssembly()),
      ...found.map((ownership) =>
        step(Date.parse(ownership.since ?? ''), async () =>
          recordOwnership(this.#admin, this.#known().house, this.#people, ownership),
        ),
      ),
      ...events.map((event, at) =>
        step(Date.parse(event.at), async () => {
          this.#outcomes.push(await playEvent(this.#known(), event, `event-${String(at)}-of-${String(this.#serial)}`));
        }),
      ),
      step(closed, async () => this.#readResult()),
    ];
  }

  played(): Played {
    if (!this.#outcome) throw new Error('it was not played to its end');
    return { outcomes: this.#outcomes, outcome: this.#outcome };
  }

  #known(): Play {
    if (!this.#play) throw new Error('the register was not entered yet');
    return this.#play;
  }

  async #enterRegister(beginning: number): Promise<void> {
    const { owners, ownerships } = this.#scenario.house;
    const [admin, people] = [this.#admin, this.#people];
    for (const owner of owners) await people.register(owner, beginning);
    for (const owner of owners) if (actsHere(this.#scenario, owner.key)) await people.open(owner, beginning);
    const house = await registerHouse(admin, this.#scenario, this.#serial);
    const disputer = (submission: string): string => disputerOf(this.#scenario, submission);
    this.#play = {
      admin,
      second: this.#second,
      people,
      disputer,
      house,
      assembly: null,
      ballots: new Map(),
      proxies: new Map(),
    };
    for (const ownership of ownerships) {
      const later = ownership.since !== null && Date.parse(ownership.since) > beginning;
      if (!later) await recordOwnership(admin, house, people, ownership);
    }
    await people.appointParents(owners);
  }

  async #draftAssembly(): Promise<void> {
    const { house } = this.#known();
    const { form, opensAt, closesAt, paperAcceptedUntil, agenda } = this.#scenario.assembly;
    const { viewer } = await this.#admin.query<{ viewer: { personId: string } }>('{ viewer { personId } }', {});
    const { assembly } = await this.#admin.make<{
      assembly: { id: string; version: number; agenda: readonly { id: string }[] };
    }>(
      'draftAssembly',
      {
        houseId: house.houseId,
        form,
        opensAt,
        closesAt,
        paperAcceptedUntil,
        title: 'Assembly',
        initiatorOrganisationId: house.organisationId,
        administratorPersonId: viewer.personId,
        administratorAddress: 'At the door',
        acceptanceProcedure: 'By hand',
        materialsPlace: 'At the door',
        handedToAdministratorAt: new Date(this.#stage.clock.now()).toISOString(),
        agenda: agenda.map(({ code, entrance, premises }, at) => ({
          code,
          wording: `Approve the proposal of sheet ${String(at + 1)}`,
          entrance,
          premisesId: premises === null ? null : house.premisesId(premises),
        })),
      },
      'assembly { id version agenda { id } }',
    );
    const itemIds = assembly.agenda.map(({ id }) => id);
    this.#play = { ...this.#known(), assembly: { id: assembly.id, version: assembly.version, itemIds } };
  }

  async #announceAssembly(): Promise<void> {
    const { assembly } = this.#known();
    await this.#admin.make(
      'announceAssembly',
      { assemblyId: assembly?.id, version: assembly?.version },
      'assembly { id }',
    );
  }

  async #readResult(): Promise<void> {
    await this.#stage.clockwork.tick();
    const votes = '{ exact }';
    const { assembly } = await this.#admin.query<{ assembly: { result: { tally: PlayedOutcome } | null } | null }>(
      `query ($id: ID!) { assembly(id: $id) { result { tally {
         total ${votes} participating ${votes} quorum { met }
         items { rule for ${votes} against ${votes} abstain ${votes} invalid ${votes} quorum { met } adopted }
       } } } }`,
      { id: this.#known().assembly?.id },
    );
    if (!assembly?.result) throw new Error('voting has ended, and there is no result');
    this.#outcome = assembly.result.tally;
  }
}

/** As late as the law lets an assembly be handed to its administrator, and no later than its notice. */
function draftedAt({ noticeAt, opensAt }: Scenario['assembly']): number {
  return Math.min(Date.parse(noticeAt), Date.parse(opensAt) - 14 * day);
}
