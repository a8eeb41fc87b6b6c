import { startTestApp, type TestApp } from '../harness.ts';
import { gid, openWorld, type World } from '../world.ts';
import { announce, draft, type AssemblyAnswer, type Errors } from './voting-api.ts';

const day = 86_400_000;

/** Anna, Boris and Clara own a flat each, of 50, 40 and 30 m²; a keeper runs the assemblies of the house. */
export interface VotingHouse {
  readonly app: TestApp;
  readonly world: World;
  readonly house: string;
  readonly keeper: string;
  readonly operator: string;
  readonly owners: Readonly<Record<'anna' | 'boris' | 'clara', Owner>>;
  /** An assembly of one item, announced now: open from 15 to 25 days later. */
  announced(fourEyes?: boolean): Promise<Announced>;
  change<Answer>(token: string, mutation: string, input: object, selection: string): Promise<Answer & Errors>;
  close(): Promise<void>;
}

export interface Owner {
  readonly person: string;
  readonly token: string;
  readonly premises: string;
  readonly ownership: string;
}

export interface Announced extends AssemblyAnswer {
  readonly opensAt: number;
  readonly closesAt: number;
}

export async function votingHouse(options?: Parameters<typeof startTestApp>[0]): Promise<VotingHouse> {
  const app = await startTestApp(options);
  const world = await openWorld(app);
  const house = await world.house('улица Тихая');
  const staff = async (name: string, role: 'PLATFORM_ADMINISTRATOR' | 'ASSEMBLY_ADMINISTRATOR'): Promise<string> => {
    const person = await world.person(name);
    await world.role(person, role, role === 'ASSEMBLY_ADMINISTRATOR' ? { house } : {});
    return world.token(person);
  };
  const owner = async (name: string, number: string, area: string): Promise<Owner> => {
    const person = await world.person(name);
    const premises = await world.premises(house, number, area, { entrance: 1 });
    const ownership = await world.owns(person, premises);
    return { person, premises, ownership, token: await world.token(person) };
  };
  const keeper = await staff('Ведущая', 'ASSEMBLY_ADMINISTRATOR');
  const operator = await staff('Оператор', 'PLATFORM_ADMINISTRATOR');
  const owners = {
    anna: await owner('Анна', '1', '50'),
    boris: await owner('Борис', '2', '40'),
    clara: await owner('Клара', '3', '30'),
  };
  const change: VotingHouse['change'] = async <Answer>(
    token: string,
    mutation: string,
    input: object,
    selection: string,
  ) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const answer = await app.ask<Record<string, Answer & Errors>>(
      token,
      `mutation ($input: ${inputs[mutation] ?? type}!) { ${mutation}(input: $input) { ${selection} userErrors { code message field } } }`,
      { input },
    );
    const payload = answer[mutation];
    if (!payload) throw new Error(`${mutation} answered nothing`);
    return payload;
  };
  return {
    app,
    world,
    house,
    keeper,
    operator,
    owners,
    change,
    announced: async (fourEyes = false) => {
      const opensAt = app.clock.now() + 15 * day;
      const closesAt = opensAt + 10 * day;
      const input = draftInput({ house, owners }, app.clock.now(), opensAt, closesAt);
      const drafted = await draft(app, keeper, { ...input, fourEyes });
      const announced = drafted.assembly && (await announce(app, keeper, drafted.assembly)).assembly;
      if (!announced) throw new Error(JSON.stringify(drafted.userErrors));
      return { ...announced, opensAt, closesAt };
    },
    close: async () => {
      await world.close();
      await app.stop();
    },
  };
}

/** Where the input is not named after the mutation. */
const inputs: Readonly<Record<string, string>> = { abortVoting: 'CancelAssemblyInput' };

export function draftInput(
  { house, owners }: Pick<VotingHouse, 'house' | 'owners'>,
  handedAt: number,
  opensAt: number,
  closesAt: number,
) {
  return {
    houseId: gid.house(house),
    form: 'SYSTEM',
    title: 'Собрание',
    initiatorPersonId: gid.person(owners.anna.person),
    administratorPersonId: gid.person(owners.boris.person),
    handedToAdministratorAt: new Date(handedAt).toISOString(),
    opensAt: new Date(opensAt).toISOString(),
    closesAt: new Date(closesAt).toISOString(),
    administratorAddress: 'дом 1, квартира 2',
    acceptanceProcedure: 'лично, под роспись',
    materialsPlace: 'у подъезда 1',
    agenda: [{ code: '4.1', wording: 'Утвердить ремонт подъезда' }],
  };
}

export function ballotOf(assembly: AssemblyAnswer, owner: Owner, answer: string, idempotencyKey: string) {
  return {
    assemblyId: assembly.id,
    premisesIds: [gid.premises(owner.premises)],
    votes: assembly.agenda.map((item) => ({ agendaItemId: item.id, answer })),
    idempotencyKey,
  };
}

export function paperOf(
  assembly: AssemblyAnswer,
  owner: Owner,
  answer: string,
  handedOverAt: number,
  idempotencyKey: string,
) {
  return {
    assemblyId: assembly.id,
    ownerId: gid.person(owner.person),
    premisesId: gid.premises(owner.premises),
    handedOverAt: new Date(handedOverAt).toISOString(),
    votes: assembly.agenda.map((item) => ({ agendaItemId: item.id, marks: [answer] })),
    idempotencyKey,
  };
}
