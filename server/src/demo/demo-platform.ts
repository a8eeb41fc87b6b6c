import type { GraphQLSchema } from 'graphql';
import type { World } from '../kernel/context.ts';
import { clockwork, type SignedIn } from '../kernel/viewer.ts';
import { decodeId, encodeId } from '../kernel/global-id.ts';
import { foundPlatform } from '../modules.ts';
import { DemoApi } from './demo-api.ts';
import type { DemoKeeper } from './demo-assembly.ts';
import { demoBegin, pastAssemblies, presentAssemblies, type DemoHouse } from './demo-calendar.ts';
import { between, seededRandom, shuffled, type DemoRandom } from './demo-chance.ts';
import { demoDistrict, type DemoHousePlan } from './demo-district.ts';
import { giveAccounts } from './demo-owners.ts';
import { ogrnOf } from './demo-ogrn.ts';
import { DemoRegister } from './demo-register.ts';
import { demoSignIns } from './demo-sign-ins.ts';
import { demoOrganisations } from './demo-staff.ts';
import { holdAssemblies } from './hold-assemblies.ts';

/** The platform of the demo while it is being filled. */
export class DemoPlatform {
  readonly #world: World;
  readonly #api: DemoApi;
  readonly #now: number;
  readonly #begin: number;
  readonly #admin: SignedIn;
  readonly #password: string;
  readonly #random: DemoRandom = seededRandom(20_261_122);
  readonly #keepers: DemoKeeper[] = [];
  readonly #houses: DemoHouse[] = [];
  /** Grown-up people of the largest house. */
  #neighbours: readonly string[] = [];

  private constructor(world: World, api: DemoApi, admin: SignedIn, password: string) {
    this.#world = world;
    this.#api = api;
    this.#now = world.clock.now();
    this.#begin = demoBegin(this.#now);
    this.#admin = admin;
    this.#password = password;
  }

  /** null: somebody founded the platform already. */
  static async found(world: World, schema: GraphQLSchema): Promise<DemoPlatform | null> {
    const api = new DemoApi(world, schema);
    const begin = demoBegin(world.clock.now());
    const founded = await foundPlatform(api.contextAt(begin, clockwork), { login: 'admin' });
    if (!founded) return null;
    const password = demoSignIns(world)[0]?.password ?? '';
    return new DemoPlatform(world, api, await api.accept(begin, founded.link, password), password);
  }

  async fill(progress: (sentence: string) => void): Promise<void> {
    progress('Filling the demo: a district of 40 houses');
    await this.#organise();
    await this.#register();
    const owner = await this.#owner();
    const past = pastAssemblies(this.#random, this.#houses, this.#now);
    progress(`Filling the demo: ${String(past.length)} finished assemblies of two years`);
    const present = presentAssemblies(this.#random, this.#houses, this.#now, new Set([owner]));
    const parts = { world: this.#world, api: this.#api, random: this.#random, now: this.#now };
    await holdAssemblies(parts, [...past, ...present], progress);
  }

  async #organise(): Promise<void> {
    for (const { organisation, address: postAddress, keeper } of demoOrganisations) {
      const created = await this.#change<{ organisation: { id: string } }>(
        'createOrganisation',
        { ...organisation, postAddress },
        'organisation { id }',
      );
      const organisationId = created.organisation.id;
      const role = { role: 'ASSEMBLY_ADMINISTRATOR', organisationId };
      const viewer = await this.#staff(keeper.login, keeper.familyName, role);
      const address = `${postAddress}, кабинет 4`;
      this.#keepers.push({ viewer, accountId: viewer.accountId, organisationId, address });
    }
    await this.#staff('operator', 'Отвечаева', { role: 'CALL_CENTRE_OPERATOR' });
    await this.#staff('auditor', 'Проверяева', { role: 'AUDITOR' });
  }

  async #staff(login: string, familyName: string, role: object): Promise<SignedIn> {
    const names = { kind: 'PERSON', familyName, givenName: 'Вера', patronymic: 'Павловна' };
    const { person } = await this.#change<{ person: { id: string } }>('registerPerson', names, 'person { id }');
    return this.#invite(person.id, login, [role]);
  }

  async #invite(personId: string, login: string, roles: readonly object[]): Promise<SignedIn> {
    const { invitation } = await this.#change<{ invitation: { link: string } }>(
      'invitePerson',
      { personId, login, roles },
      'invitation { link }',
    );
    return this.#api.accept(this.#begin, invitation.link, this.#password);
  }

  async #register(): Promise<void> {
    const { person: city } = await this.#change<{ person: { id: string } }>(
      'registerPerson',
      { kind: 'PUBLIC', bodyName: 'Департамент городского имущества', ogrn: ogrnOf('103773951000') },
      'person { id }',
    );
    const [hashed] = await this.#world.database.read<{ hash: string }>(
      'select password_hash as hash from account where id = $1',
      [this.#admin.accountId],
    );
    for (const plan of demoDistrict()) {
      const at = this.#begin + plan.at * 3_600_000;
      const keeper = this.#keepers[plan.managedBy];
      if (!keeper) throw new Error('nobody manages the house');
      const houseId = await this.#house(plan, keeper, at);
      const adults = await DemoRegister.write({
        world: this.#world,
        random: this.#random,
        plan,
        houseId: decodeId('House', houseId),
        keeperId: keeper.accountId,
        cityId: decodeId('Person', city.id),
        at,
        now: this.#now,
      });
      const isLargest = this.#houses.length === 0;
      const premises = plan.entrances * plan.storeys * plan.flats.length + plan.parking + plan.storerooms;
      this.#houses.push({ houseId, keeper, premises: isLargest ? premises + 1 : premises });
      // The first is for the sign-in that is printed.
      const others = isLargest ? adults.slice(1) : adults;
      if (isLargest) this.#neighbours = adults;
      const online = shuffled(this.#random, others).slice(
        0,
        others.length * (isLargest ? 0.85 : between(this.#random, 35, 60) / 100),
      );
      await giveAccounts(
        {
          world: this.#world,
          administratorId: this.#admin.accountId,
          at: at + 1_800_000,
          now: this.#now,
          house: plan.at,
          passwordHash: hashed?.hash ?? '',
        },
        online,
      );
    }
  }

  async #house(plan: DemoHousePlan, keeper: DemoKeeper, at: number): Promise<string> {
    const { street, number, entrances, storeys, yearBuilt, wallMaterial, series } = plan;
    const { house } = await this.#api.change<{ house: { id: string } }>(
      at,
      keeper.viewer,
      'createHouse',
      {
        settlement: 'Москва',
        street,
        number,
        organisationId: keeper.organisationId,
        entrances,
        storeys,
        yearBuilt,
        wallMaterial,
        series,
      },
      'house { id }',
    );
    return house.id;
  }

  /** An owner with a sign-in that is printed, who has not voted yet. */
  async #owner(): Promise<string> {
    const [personId] = this.#neighbours;
    if (personId === undefined) throw new Error('nobody lives here');
    await this.#invite(encodeId('Person', personId), 'owner', []);
    return personId;
  }

  async #change<Answer extends object>(mutation: string, input: object, selection: string): Promise<Answer> {
    return this.#api.change<Answer>(this.#begin, this.#admin, mutation, { ...input }, selection);
  }
}
