import type { GraphQLSchema } from 'graphql';
import type { World } from '../kernel/context.ts';
import { encodeId } from '../kernel/global-id.ts';
import { DemoApi } from './demo-api.ts';
import type { DemoKeeper } from './demo-assembly.ts';
import { presentAssemblies, type DemoHouse } from './demo-calendar.ts';
import { seededRandom } from './demo-chance.ts';
import { demoTokenName } from './demo-owners.ts';
import { demoSignIns } from './demo-sign-ins.ts';
import { demoOrganisations } from './demo-staff.ts';
import { holdAssemblies } from './hold-assemblies.ts';

/** Whether this is the demo, and nothing lively votes in it for some hours more: at least a tenth has not voted yet. */
const isStale = `select 1
  where exists (select from access_token where token_name = $2)
    and not exists (select from assembly a where a.state = 'VOTING' and a.closes_at > $1::timestamptz + interval '6 hours'
      and (select count(*) from roll_entry e where e.assembly_id = a.id) * 0.9
        > (select count(*) from ballot b where b.assembly_id = a.id and b.state = 'COUNTED'))`;

/** Houses in which nothing has been decided for a month, and nothing is being prepared. */
const restedHouses = `select h.id, o.ogrn, count(p.id)::int as premises
    from house h join organisation o on o.id = h.organisation_id join premises p on p.house_id = h.id
   where o.ogrn = any($2) and not exists (select from assembly a where a.house_id = h.id
     and (a.closes_at > $1::timestamptz - interval '30 days' or a.state = 'DRAFT'))
   group by h.id, o.ogrn order by count(p.id) desc, h.id`;

interface RestedHouse {
  id: string;
  ogrn: string;
  premises: number;
}

/**
 * The demo is always of today: when what voted in it is over, its keepers, signed in with the passwords that were printed,
 * have held the next round. A keeper who has another password by now holds nothing.
 */
export class DemoRevival {
  readonly #world: World;
  readonly #api: DemoApi;
  readonly #now: number;

  constructor(world: World, schema: GraphQLSchema) {
    this.#world = world;
    this.#api = new DemoApi(world, schema);
    this.#now = world.clock.now();
  }

  static async isDue(world: World): Promise<boolean> {
    return (await world.database.read(isStale, [new Date(world.clock.now()), demoTokenName])).length > 0;
  }

  async revive(progress: (sentence: string) => void): Promise<void> {
    const { read } = this.#world.database;
    const keepers = await this.#keepers();
    const rested = await read<RestedHouse>(restedHouses, [new Date(this.#now), [...keepers.keys()]]);
    const houses = rested.flatMap(({ id, ogrn, premises }): DemoHouse[] => {
      const keeper = keepers.get(ogrn);
      return keeper ? [{ houseId: encodeId('House', id), keeper, premises }] : [];
    });
    if (houses.length < 12) return;
    progress('Bringing the demo up to today');
    const owners = await read<{ id: string }>(`select person_id as id from account where login = 'owner'`);
    const random = seededRandom(Math.trunc(this.#now / 86_400_000));
    const present = presentAssemblies(random, houses, this.#now, new Set(owners.map(({ id }) => id)));
    const parts = { world: this.#world, api: this.#api, random, now: this.#now };
    await holdAssemblies(parts, present, progress);
  }

  /** By the ОГРН of their organisations. */
  async #keepers(): Promise<Map<string, DemoKeeper>> {
    const password = demoSignIns(this.#world)[0]?.password ?? '';
    const keepers = new Map<string, DemoKeeper>();
    for (const { organisation, address, keeper } of demoOrganisations) {
      const viewer = await this.#api.signIn(this.#now, keeper.login, password);
      const [known] = await this.#world.database.read<{ id: string }>('select id from organisation where ogrn = $1', [
        organisation.ogrn,
      ]);
      if (viewer.kind !== 'SIGNED_IN' || !known) continue;
      const organisationId = encodeId('Organisation', known.id);
      keepers.set(organisation.ogrn, { viewer, accountId: viewer.accountId, organisationId, address });
    }
    return keepers;
  }
}
