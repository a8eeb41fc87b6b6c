import { answerOf, Api, mutationOf } from './api.ts';
import type { ScenarioOwner } from './scenario.ts';

const password = 'nine lives and a long winter';
const tokenDays = 300;

/** Everything that an owner or an administrator does here. */
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

/** Accepts an invitation in a browser's way: what only the console may do is done here. */
export async function accept(url: string, secret: string): Promise<Api> {
  const accepted = await new Api(url).send(mutationOf('acceptInvitation', 'login'), { input: { secret, password } });
  const login = answerOf<{ login: string }>(accepted.body, 'acceptInvitation');
  if (!login.ok) throw new Error(`acceptInvitation was refused: ${login.refusal.code}`);
  return new Api(url, { cookie: accepted.cookie });
}

/** The same with a token, so that nobody has to sign in again. */
export async function activate(url: string, secret: string, now: number): Promise<Api> {
  return tokenOf(url, await accept(url, secret), now);
}

export async function tokenOf(url: string, browser: Api, now: number): Promise<Api> {
  const expiresAt = new Date(now + tokenDays * 86_400_000).toISOString();
  const { secret: token } = await browser.make<{ secret: string }>(
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
  readonly #serial: number;
  readonly #ids = new Map<string, string>();
  readonly #apis = new Map<string, Api>();

  /** `serial` keeps the numbers and logins of several casts apart. */
  constructor(url: string, admin: Api, serial: number) {
    this.#url = url;
    this.#admin = admin;
    this.#serial = serial;
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

  async register({ key, kind, minor, born }: ScenarioOwner, now: number): Promise<void> {
    const tenYearsAgo = `${String(new Date(now).getUTCFullYear() - 10)}-01-01`;
    const birthDate = born ?? (minor ? tenYearsAgo : null);
    const card =
      kind === 'PERSON'
        ? { familyName: 'Owner', givenName: key, ...(birthDate === null ? {} : { birthDate }) }
        : { bodyName: `Body ${key}`, ogrn: ogrn(this.#serial * 1000 + this.#ids.size + 1) };
    this.#ids.set(key, await this.#register({ kind, ...card }));
  }

  /** A body acts through the account of its head. */
  async open({ key, kind }: ScenarioOwner, now: number): Promise<void> {
    let personId = this.id(key);
    if (kind !== 'PERSON') {
      personId = await this.#register({ kind: 'PERSON', familyName: 'Head', givenName: key });
      await this.#admin.make('appointHead', { bodyId: this.id(key), personId }, 'person { id }');
    }
    const { invitation } = await this.#admin.make<{ invitation: { secret: string } }>(
      'invitePerson',
      { personId, login: `owner-${String(this.#serial)}-${String(this.#apis.size)}` },
      'invitation { secret }',
    );
    this.#apis.set(key, await activate(this.#url, invitation.secret, now));
  }

  async appointParents(owners: readonly ScenarioOwner[]): Promise<void> {
    for (const { key, representedBy } of owners) {
      for (const parent of representedBy) {
        const guardianship = { childId: this.id(key), parentId: this.id(parent), document: 'Birth certificate' };
        await this.#admin.make('recordGuardianship', guardianship, 'guardianship { id }');
      }
    }
  }

  async #register(card: object): Promise<string> {
    const { person } = await this.#admin.make<{ person: { id: string } }>('registerPerson', card, 'person { id }');
    return person.id;
  }
}
