import { answerOf, Api, mutationOf } from './api.ts';
import type { ScenarioOwner } from './scenario.ts';

const password = 'nine lives and a long winter';
const tokenDays = 300;

/** Every scope that an owner or an administrator may need here. */
const scopes = [
  'PROFILE',
  'ACCOUNTS_READ',
  'ACCOUNTS_WRITE',
  'PEOPLE_READ',
  'PEOPLE_WRITE',
  'HOUSES_READ',
  'HOUSES_WRITE',
  'ASSEMBLIES_READ',
  'ASSEMBLIES_WRITE',
  'BALLOTS_READ',
  'BALLOTS_ENTER',
  'VOTE',
];

/** Accepts an invitation in a browser's way and makes a token there, so that nobody has to sign in again. */
export async function activate(url: string, secret: string, now: number): Promise<Api> {
  const accepted = await new Api(url).send(mutationOf('acceptInvitation', 'login'), { input: { secret, password } });
  const login = answerOf<{ login: string }>(accepted.body, 'acceptInvitation');
  if (!login.ok) throw new Error(`acceptInvitation was refused: ${login.refusal.code}`);
  const expiresAt = new Date(now + tokenDays * 86_400_000).toISOString();
  const { secret: token } = await new Api(url, { cookie: accepted.cookie }).make<{ secret: string }>(
    'createAccessToken',
    { name: 'scenario', scopes, expiresAt },
    'secret',
  );
  return new Api(url, { token });
}

/** The number of a company that nobody has: twelve digits and their check digit. */
export function ogrn(serial: number): string {
  const digits = String(102_770_000_000 + serial);
  return digits + String(Number(digits) % 11).slice(-1);
}

/** Who takes part: everybody is registered; an account is made only for those who act electronically. */
export class People {
  readonly #url: string;
  readonly #admin: Api;
  readonly #now: number;
  readonly #ids = new Map<string, string>();
  readonly #apis = new Map<string, Api>();

  constructor(url: string, admin: Api, now: number) {
    this.#url = url;
    this.#admin = admin;
    this.#now = now;
  }

  id(key: string): string {
    const id = this.#ids.get(key);
    if (id === undefined) throw new Error(`nobody was registered as ${key}`);
    return id;
  }

  /** The API as the person, or as the head of the body, asks it. */
  api(key: string): Api {
    const api = this.#apis.get(key);
    if (!api) throw new Error(`${key} has no account`);
    return api;
  }

  async register(owner: ScenarioOwner, serial: number): Promise<void> {
    const natural = owner.kind === 'PERSON';
    const born = owner.born ?? (owner.minor ? this.#tenYearsAgo() : null);
    const card = natural
      ? { familyName: 'Owner', givenName: owner.key, ...(born === null ? {} : { birthDate: born }) }
      : { bodyName: `Body ${owner.key}`, ogrn: ogrn(serial) };
    this.#ids.set(owner.key, await this.#register({ kind: owner.kind, ...card }));
  }

  async open(owner: ScenarioOwner, login: string): Promise<void> {
    let personId = this.id(owner.key);
    if (owner.kind !== 'PERSON') {
      personId = await this.#register({ kind: 'PERSON', familyName: 'Head', givenName: owner.key });
      await this.#admin.make('appointHead', { bodyId: this.id(owner.key), personId }, 'person { id }');
    }
    const { invitation } = await this.#admin.make<{ invitation: { secret: string } }>(
      'invitePerson',
      { personId, login },
      'invitation { secret }',
    );
    this.#apis.set(owner.key, await activate(this.#url, invitation.secret, this.#now));
  }

  async #register(card: object): Promise<string> {
    const { person } = await this.#admin.make<{ person: { id: string } }>('registerPerson', card, 'person { id }');
    return person.id;
  }

  #tenYearsAgo(): string {
    const year = new Date(this.#now).getUTCFullYear() - 10;
    return `${String(year)}-01-01`;
  }
}
