import type { GraphQLSchema } from 'graphql';
import type { World } from '../kernel/context.ts';
import { clockwork, type Viewer } from '../kernel/viewer.ts';
import { closeVoting, foundPlatform, openVoting, type ViewerFinder } from '../modules.ts';
import { decodeId } from '../kernel/global-id.ts';
import { DemoApi } from './demo-api.ts';
import { DemoHouse } from './demo-house.ts';
import { seededRandom } from './demo-names.ts';

export interface DemoSignIn {
  readonly who: string;
  readonly login: string;
  readonly password: string;
}

const day = 86_400_000;
const agenda = [
  { code: '4.1', wording: 'Утвердить проведение текущего ремонта кровли' },
  { code: '2', wording: 'Установить шлагбаум на въезде на придомовую территорию' },
  { code: '4', wording: 'Выбрать способ управления многоквартирным домом — управление управляющей организацией' },
  { code: '5', wording: 'Утвердить размер платы за содержание общего имущества' },
];

/** The sign-ins of the demo; their password is made from this installation's own secret and exists nowhere else. */
export function demoSignIns(world: World): DemoSignIn[] {
  const password = world.secrets.hash('invitation', 'the password of the demo').toString('base64url').slice(0, 14);
  return [
    { who: 'администратор платформы / platform administrator', login: 'admin', password },
    { who: 'администратор собраний / assembly administrator', login: 'keeper', password },
    { who: 'оператор справочной / call-centre operator', login: 'operator', password },
    { who: 'аудитор / auditor', login: 'auditor', password },
    { who: 'собственник / owner', login: 'owner', password },
  ];
}

/** Fills an empty database with three houses and their assemblies, relative to now. Does nothing in any other. */
export async function seedDemo(
  world: World,
  schema: GraphQLSchema,
  viewers: ViewerFinder,
  progress: (sentence: string) => void,
): Promise<void> {
  const api = new DemoApi(world, schema, viewers);
  const now = world.clock.now();
  const begin = now - 60 * day;
  const founded = await foundPlatform(api.contextAt(now, clockwork), { login: 'admin' });
  if (!founded) return;
  progress('Filling the demo: houses, owners and assemblies');
  const [signIn] = demoSignIns(world);
  const password = signIn?.password ?? '';
  // Sessions of the demo's making begin now, or they would have run out by themselves.
  const admin = await api.accept(now, founded.link, password);
  const { organisation } = await api.change<{ organisation: { id: string } }>(
    begin,
    admin,
    'createOrganisation',
    {
      kind: 'MANAGING_COMPANY',
      name: 'УК «Добрый дом»',
      ogrn: '1027700132195',
      postAddress: 'Москва, улица Вечевая, 1',
    },
    'organisation { id }',
  );
  const staff = async (login: string, familyName: string, role: string, place: object): Promise<Viewer> => {
    const person = await api.change<{ person: { id: string } }>(
      begin,
      admin,
      'registerPerson',
      { kind: 'PERSON', familyName, givenName: 'Вера', patronymic: 'Павловна' },
      'person { id }',
    );
    const { invitation } = await api.change<{ invitation: { link: string } }>(
      now,
      admin,
      'invitePerson',
      { personId: person.person.id, login, roles: [{ role, ...place }] },
      'invitation { link }',
    );
    return api.accept(now, invitation.link, password);
  };
  const keeper = await staff('keeper', 'Распорядительная', 'ASSEMBLY_ADMINISTRATOR', {
    organisationId: organisation.id,
  });
  await staff('operator', 'Отвечаева', 'CALL_CENTRE_OPERATOR', {});
  await staff('auditor', 'Проверяева', 'AUDITOR', {});

  const random = seededRandom(20_261_122);
  const houses: DemoHouse[] = [];
  for (const [number, flats] of [
    ['3', 36],
    ['5', 48],
    ['7', 24],
  ] as const) {
    houses.push(
      await DemoHouse.build({
        api,
        admin,
        keeper,
        random,
        begin,
        now,
        organisationId: organisation.id,
        number,
        flats,
        password,
        ownerLogin: number === '5' ? 'owner' : null,
      }),
    );
  }
  const [closed, voting, announced] = houses;
  if (!closed || !voting || !announced) throw new Error('a house is missing');

  const first = await closed.assembly(
    'Годовое собрание',
    { handed: now - 41 * day, notice: now - 38 * day, opens: now - 26 * day, closes: now - 12 * day },
    agenda,
  );
  await openVoting(api.contextAt(now - 26 * day, clockwork), uuidOf(first.id));
  await closed.vote(first, now - 25 * day, now - 13 * day, 0.78);
  await closeVoting(api.contextAt(now - 12 * day + 10_000, clockwork), uuidOf(first.id));

  const running = await voting.assembly(
    'Ремонт кровли и двор',
    { handed: now - 23 * day, notice: now - 20 * day, opens: now - 8 * day, closes: now + 6 * day },
    agenda,
  );
  await openVoting(api.contextAt(now - 8 * day, clockwork), uuidOf(running.id));
  await voting.vote(running, now - 7.9 * day, now - 60_000, 0.44);

  await announced.assembly(
    'Выбор совета дома',
    { handed: now - 6 * day, notice: now - 2 * day, opens: now + 9 * day, closes: now + 23 * day },
    agenda.slice(0, 2),
  );
  await announced.draft(
    'Озеленение двора',
    { handed: now, notice: now, opens: now + 20 * day, closes: now + 34 * day },
    agenda.slice(1, 2),
  );
}

function uuidOf(assemblyId: string): string {
  return decodeId('Assembly', assemblyId);
}
