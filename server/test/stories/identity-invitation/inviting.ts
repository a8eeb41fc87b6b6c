import { administratorOf, ConsoleOf, enrol, password, type Enrolled } from '../../console.ts';
import { startTestApp, type TestApp } from '../../harness.ts';

const invitationFields = 'account { id login isActive blockedAt } invitation { secret link expiresAt }';
interface Invited {
  readonly account: { readonly id: string; readonly login: string; readonly isActive: boolean } | null;
  readonly invitation: { readonly secret: string; readonly link: string; readonly expiresAt: string } | null;
}

/** A platform with its administrator, who invites people, and one owner with an account. */
export class Inviting {
  app: TestApp;
  administrator: ConsoleOf;
  owner: Enrolled;
  #registered = 0;

  async open(): Promise<void> {
    this.app = await startTestApp({ environment: { PUBLIC_URL: 'https://veche.example/' } });
    this.administrator = await administratorOf(this.app);
    this.owner = await enrol(this.app, this.administrator);
  }

  async close(): Promise<void> {
    await this.app.stop();
  }

  async register(kind: 'PERSON' | 'PUBLIC' = 'PERSON'): Promise<string> {
    this.#registered += 1;
    const names =
      kind === 'PERSON'
        ? { familyName: `Гость${this.#registered}`, givenName: 'Имя' }
        : { bodyName: `Департамент ${this.#registered}` };
    const answer = await this.administrator.call<{ person: { id: string } }>(
      'registerPerson',
      { kind, ...names },
      'person { id }',
    );
    return answer.person.id;
  }

  async invite(personId: string, login: string, roles?: readonly object[]) {
    return this.administrator.call<Invited>(
      'invitePerson',
      { personId, login, ...(roles ? { roles } : {}) },
      invitationFields,
    );
  }

  async accept(secret: string | undefined, given = password): Promise<string | null> {
    const { userErrors } = await new ConsoleOf(this.app).call(
      'acceptInvitation',
      { secret: secret ?? '', password: given },
      'login',
    );
    return userErrors[0]?.code ?? null;
  }

  async signIn(login: string): Promise<string | null> {
    const { userErrors } = await new ConsoleOf(this.app).call('signIn', { login, password });
    return userErrors[0]?.code ?? null;
  }
}
