import { ConsoleOf } from '../console.ts';
import { startTestApp, type TestApp } from '../harness.ts';
import { announce, cast, draft, type AssemblyAnswer } from '../stories/voting-api.ts';
import { gid, openWorld, type World } from '../world.ts';
import type { SignIn } from './chromium.ts';

const worldPassword = 'a long enough password';
const day = 86_400_000;

/** A house with an assembly in every state, at the time of the browser's own clock: it would not keep an old cookie. */
export interface Street {
  readonly app: TestApp;
  readonly world: World;
  readonly keeper: SignIn;
  readonly draftId: string;
  readonly votingId: string;
  readonly closedId: string;
  /** One more ballot in the assembly that is voting. */
  vote(): Promise<void>;
  /** The same vote, for another program to cast through the API. */
  readonly nextVote: { readonly token: string; readonly input: object };
  /** The secret of a new invitation. */
  invite(): Promise<string>;
  close(): Promise<void>;
}

export async function buildStreet({ fourEyes = false } = {}): Promise<Street> {
  const now = Date.now();
  const at = (days: number): string => new Date(now + days * day).toISOString();
  const app = await startTestApp({ start: now - 45 * day });
  const world = await openWorld(app);
  const company = await world.organisation('УК «Добрый дом»');
  const house = await world.house('улица Вечевая', { organisation: company });
  const keeperPerson = await world.person('Хранителева');
  await world.role(keeperPerson, 'ASSEMBLY_ADMINISTRATOR', { organisation: company });
  const staff = await world.token(keeperPerson);
  const owners = await Promise.all(
    ['Анна', 'Борис', 'Вера'].map(async (name, flat) => {
      const person = await world.person(name);
      const premises = await world.premises(house, String(flat + 1), '54.30');
      await world.owns(person, premises);
      return { person, premises, token: await world.token(person) };
    }),
  );
  const [anna, boris, vera] = owners;
  if (!anna || !boris || !vera) throw new Error('an owner is missing');

  const draw = async (title: string, opens: number, closes: number): Promise<AssemblyAnswer> => {
    const { assembly, userErrors } = await draft(app, staff, {
      houseId: gid.house(house),
      form: 'SYSTEM',
      fourEyes,
      title,
      initiatorPersonId: gid.person(anna.person),
      administratorPersonId: gid.person(boris.person),
      handedToAdministratorAt: new Date(app.clock.now()).toISOString(),
      opensAt: at(opens),
      closesAt: at(closes),
      agenda: [
        { code: '4.1', wording: 'Утвердить текущий ремонт кровли' },
        { code: '2', wording: 'Установить шлагбаум на въезде' },
      ],
    });
    if (!assembly) throw new Error(JSON.stringify(userErrors));
    return assembly;
  };
  const announced = async (title: string, opens: number, closes: number): Promise<AssemblyAnswer> => {
    const { assembly, userErrors } = await announce(app, staff, await draw(title, opens, closes));
    if (!assembly) throw new Error(JSON.stringify(userErrors));
    return assembly;
  };
  const voteOf = ({ premises }: typeof anna, assembly: AssemblyAnswer, answer: string) => ({
    assemblyId: assembly.id,
    premisesIds: [gid.premises(premises)],
    votes: assembly.agenda.map(({ id }) => ({ agendaItemId: id, answer })),
    idempotencyKey: `vote-${assembly.id}-${premises}`,
  });
  const castBy = async (owner: typeof anna, assembly: AssemblyAnswer, answer: string): Promise<void> => {
    const { submission, userErrors } = await cast(app, owner.token, voteOf(owner, assembly, answer));
    if (!submission) throw new Error(JSON.stringify(userErrors));
  };
  const goTo = async (days: number): Promise<void> => {
    app.clock.set(now + days * day);
    await app.clockwork.tick();
  };

  const closed = await announced('Годовое собрание', -25, -10);
  const voting = await announced('Ремонт кровли', -8, 6);
  await announced('Выбор совета дома', 9, 23);
  await goTo(-24);
  await castBy(anna, closed, 'FOR');
  await castBy(boris, closed, 'FOR');
  await goTo(-9);
  await goTo(0);
  await castBy(anna, voting, 'FOR');
  const later = await draw('Озеленение двора', 20, 34);
  const { rows } = await world.sql.query<{ login: string }>('select login from account where person_id = $1', [
    keeperPerson,
  ]);
  return {
    app,
    world,
    keeper: { login: rows[0]?.login ?? '', password: worldPassword },
    draftId: later.id,
    votingId: voting.id,
    closedId: closed.id,
    vote: async () => castBy(vera, voting, 'AGAINST'),
    nextVote: { token: vera.token, input: voteOf(vera, voting, 'AGAINST') },
    invite: async () => {
      const administrator = await administratorNow(app, world);
      const { person } = await administrator.call<{ person: { id: string } }>(
        'registerPerson',
        { kind: 'PERSON', familyName: 'Новосёлова', givenName: 'Анна' },
        'person { id }',
      );
      const { invitation } = await administrator.call<{ invitation: { secret: string } }>(
        'invitePerson',
        { personId: person.id, login: 'newcomer' },
        'invitation { secret }',
      );
      return invitation.secret;
    },
    close: async () => {
      await world.close();
      await app.stop();
    },
  };
}

/** The invitation of the first administrator ran out on the way to today. */
async function administratorNow(app: TestApp, world: World): Promise<ConsoleOf> {
  const person = await world.person('Управителева');
  await world.role(person, 'PLATFORM_ADMINISTRATOR');
  const { rows } = await world.sql.query<{ login: string }>('select login from account where person_id = $1', [person]);
  const administrator = new ConsoleOf(app);
  await administrator.call('signIn', { login: rows[0]?.login, password: worldPassword });
  return administrator;
}
