import type { Api } from './api.ts';
import { differencesIn, type Difference, type PlayedOutcome } from './difference.ts';
import { activate, People } from './people.ts';
import { playEvent, type Play } from './play-event.ts';
import { recordOwnership, registerHouse, type RegisteredHouse } from './register-house.ts';
import type { Scenario, ScenarioEvent, ScenarioOwner } from './scenario.ts';
import type { Stage } from './stage.ts';

const day = 86_400_000;
/** How long the closing waits for requests that came in time and are still on their way. */
const grace = 10_000;

/** When everything before the first step is entered. */
export function beginningOf({ assembly, events }: Scenario): number {
  const first = events.map(({ at }) => Date.parse(at)).concat(draftedAt(assembly));
  return Math.min(...first) - day;
}

function draftedAt({ noticeAt, opensAt }: Scenario['assembly']): number {
  return Math.min(Date.parse(noticeAt), Date.parse(opensAt) - 14 * day);
}

interface Step {
  readonly at: number;
  readonly act: () => Promise<void>;
}

/**
 * Plays a scenario on a stage whose clock stands at its beginning, through public operations only, and compares what came
 * of every event and of the whole with what was expected.
 */
export async function playScenario(stage: Stage, scenario: Scenario): Promise<Difference[]> {
  const { clock } = stage;
  const { admin, people, house } = await raiseCurtain(stage, scenario);
  const play: { -readonly [Key in keyof Play]: Play[Key] } = {
    admin,
    people,
    house,
    houseAssembly: null,
    ballots: new Map(),
    proxies: new Map(),
  };
  const outcomes: string[] = [];
  let version = 0;
  const steps: Step[] = [
    {
      at: draftedAt(scenario.assembly),
      act: async () => {
        const drafted = await draftAssembly(admin, house, scenario, clock.now());
        version = drafted.version;
        play.houseAssembly = { id: drafted.id, itemIds: drafted.agenda.map((item) => item.id) };
      },
    },
    {
      at: Date.parse(scenario.assembly.noticeAt),
      act: async () => {
        const assemblyId = play.houseAssembly?.id;
        await admin.make('announceAssembly', { assemblyId, version }, 'assembly { id }');
      },
    },
    ...scenario.house.ownerships
      .filter((ownership) => ownership.since !== null && Date.parse(ownership.since) > clock.now())
      .map((ownership) => ({
        at: Date.parse(ownership.since ?? ''),
        act: async () => recordOwnership(admin, house, people, ownership),
      })),
    ...scenario.events.map((event, at) => ({
      at: Date.parse(event.at),
      act: async () => {
        outcomes.push(await playEvent(play, event, `event-${String(at)}-of-the-scenario`));
      },
    })),
  ];
  for (const { at, act } of steps.toSorted((one, other) => one.at - other.at)) {
    clock.set(at);
    await act();
  }
  clock.set(Math.max(clock.now(), Date.parse(scenario.assembly.closesAt) + grace));
  await stage.clockwork.tick();
  return differencesIn(scenario, { outcomes, outcome: await readResult(admin, play.houseAssembly?.id ?? '') });
}

async function raiseCurtain(stage: Stage, scenario: Scenario) {
  const { url, clock } = stage;
  const { owners, ownerships } = scenario.house;
  const secret = (stage.firstInvitation ?? '').split('#')[1] ?? '';
  const admin = await activate(url, secret, clock.now());
  const people = new People(url, admin, clock.now());
  for (const [at, owner] of owners.entries()) await people.register(owner, at + 2);
  for (const owner of owners.filter((one) => actsElectronically(one, scenario.events))) {
    await people.open(owner, `owner-${String(owners.indexOf(owner))}`);
  }
  const house = await registerHouse(admin, scenario);
  for (const ownership of ownerships) {
    const later = ownership.since !== null && Date.parse(ownership.since) > clock.now();
    if (!later) await recordOwnership(admin, house, people, ownership);
  }
  for (const { key, representedBy } of owners) {
    for (const parent of representedBy) {
      const guardianship = { childId: people.id(key), parentId: people.id(parent), document: 'Birth certificate' };
      await admin.make('recordGuardianship', guardianship, 'guardianship { id }');
    }
  }
  return { admin, people, house };
}

function actsElectronically({ key }: ScenarioOwner, events: readonly ScenarioEvent[]): boolean {
  return events.some((event) => event.type === 'ELECTRONIC' && event.by === key);
}

interface Drafted {
  readonly id: string;
  readonly version: number;
  readonly agenda: readonly { readonly id: string }[];
}

async function draftAssembly(admin: Api, house: RegisteredHouse, scenario: Scenario, now: number): Promise<Drafted> {
  const { form, opensAt, closesAt, paperAcceptedUntil, agenda } = scenario.assembly;
  const { viewer } = await admin.query<{ viewer: { personId: string } }>('{ viewer { personId } }', {});
  const { assembly } = await admin.make<{ assembly: Drafted }>(
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
      handedToAdministratorAt: new Date(now).toISOString(),
      agenda: agenda.map(({ code, entrance, premises }, at) => ({
        code,
        wording: `Approve the proposal of sheet ${String(at + 1)}`,
        entrance,
        premisesId: premises === null ? null : house.premisesId(premises),
      })),
    },
    'assembly { id version agenda { id } }',
  );
  return assembly;
}

async function readResult(admin: Api, assemblyId: string): Promise<PlayedOutcome> {
  const votes = '{ exact }';
  const { assembly } = await admin.query<{ assembly: { result: { tally: PlayedOutcome } | null } | null }>(
    `query ($id: ID!) { assembly(id: $id) { result { tally {
       total ${votes} participating ${votes} quorum { met }
       items { rule for ${votes} against ${votes} abstain ${votes} invalid ${votes} quorum { met } adopted }
     } } } }`,
    { id: assemblyId },
  );
  if (!assembly?.result) throw new Error('voting has ended, and there is no result');
  return assembly.result.tally;
}
