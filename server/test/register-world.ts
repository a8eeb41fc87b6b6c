import type { TestApp } from './harness.ts';
import { decodeId, type GlobalKind } from '../src/kernel/global-id.ts';
import type { Role } from '../src/kernel/viewer.ts';
import { openWorld } from './world.ts';

/** Asks a mutation with one input; the object under `field`, or the refusals. */
export async function change<Answer>(
  app: TestApp,
  token: string,
  mutation: string,
  input: Record<string, unknown>,
  selection: string,
): Promise<Answer & { userErrors: readonly { code: string; field: readonly string[] | null; message: string }[] }> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const answer = await app.ask<Record<string, Answer & { userErrors: [] }>>(
    token,
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} userErrors { code field message } } }`,
    { input },
  );
  const found = answer[mutation];
  if (!found) throw new Error(`${mutation} answered nothing`);
  return found;
}

type Refused = { readonly userErrors: readonly { code: string; field: readonly string[] | null; message: string }[] };

/** The refusals as `CODE path.of.field`, an empty list when there were none. */
export function refusals({ userErrors }: Refused): string[] {
  return userErrors.map(({ code, field }) => `${code} ${field?.join('.') ?? ''}`.trim());
}

function done<Answer extends Refused>(answer: Answer): Answer {
  if (answer.userErrors.length > 0) throw new Error(JSON.stringify(answer.userErrors));
  return answer;
}

/** A platform with an administrator, and short ways to fill its register through the API. */
export async function registerWorld(app: TestApp) {
  const world = await openWorld(app);
  const founder = await world.person('Основатель');
  await world.role(founder, 'PLATFORM_ADMINISTRATOR');
  const admin = await world.token(founder);
  let count = 0;
  const next = (): number => (count += 1);
  const idOf = async (
    token: string,
    mutation: string,
    object: string,
    input: Record<string, unknown>,
  ): Promise<string> => {
    const answer = done(await change<Record<string, { id: string }>>(app, token, mutation, input, `${object} { id }`));
    return answer[object]?.id ?? '';
  };
  const uuid = (kind: GlobalKind, id: string | undefined): Record<string, string> =>
    id === undefined ? {} : { [kind.toLowerCase()]: decodeId(kind, id) };
  return {
    admin,
    idOf,
    sql: world.sql,
    close: async () => world.close(),
    /** A natural person, entered by whoever keeps the register. */
    person: async (name: string, more: Record<string, unknown> = {}, token = admin): Promise<string> =>
      idOf(token, 'registerPerson', 'person', { kind: 'PERSON', familyName: name, givenName: 'Иван', ...more }),
    /** A token of this person's account. */
    token: async (personId: string, scopes?: readonly string[]): Promise<string> =>
      world.token(decodeId('Person', personId), scopes),
    /** Somebody with a role and nothing else. */
    staff: async (
      role: Role,
      place: { organisation?: string; house?: string; assembly?: string } = {},
    ): Promise<string> => {
      const person = await world.person(`Сотрудник ${next()}`);
      await world.role(person, role, {
        ...uuid('Organisation', place.organisation),
        ...uuid('House', place.house),
        ...uuid('Assembly', place.assembly),
      });
      return world.token(person);
    },
    organisation: async (name: string): Promise<string> => {
      const digits = `10277${String(3_000_000 + next()).padStart(7, '0')}`;
      const ogrn = `${digits}${String(BigInt(digits) % 11n).slice(-1)}`;
      return idOf(admin, 'createOrganisation', 'organisation', { kind: 'MANAGING_COMPANY', name, ogrn });
    },
    house: async (more: Record<string, unknown> = {}, token = admin): Promise<string> =>
      idOf(token, 'createHouse', 'house', {
        settlement: 'г. Москва',
        street: 'ул. Лесная',
        number: String(next()),
        ...more,
      }),
    premises: async (
      houseId: string,
      area: string,
      more: Record<string, unknown> = {},
      token = admin,
    ): Promise<string> =>
      idOf(token, 'addPremises', 'premises', { houseId, kind: 'FLAT', number: String(next()), area, ...more }),
    ownership: async (
      premisesId: string,
      holderIds: readonly string[],
      share = '1',
      more: Record<string, unknown> = {},
      token = admin,
    ): Promise<string> =>
      idOf(token, 'recordOwnership', 'ownership', { premisesId, holderIds, share, title: { kind: 'ЕГРН' }, ...more }),
  };
}

export type RegisterWorld = Awaited<ReturnType<typeof registerWorld>>;
