import { RegisterScene } from '../register-scene.ts';

export const people = [
  'platform',
  'auditor',
  'operator',
  'keeperOfOrganisation',
  'keeperOfHouse',
  'ofAssembly',
  'keeperElsewhere',
  'owner',
  'spouse',
  'parent',
  'head',
  'neighbour',
  'formerOwner',
  'stranger',
] as const;
export type Who = (typeof people)[number];

interface Register {
  readonly house: {
    readonly address: string;
    readonly totals: { readonly area: string };
    readonly premises: {
      readonly nodes: readonly {
        readonly area: string;
        readonly missingShare: string | null;
        readonly ownerships: readonly {
          readonly holders: readonly { readonly familyName: string | null; readonly bodyName: string | null }[];
        }[];
      }[];
    } | null;
    readonly shareProblems: { readonly totalCount: number } | null;
  };
}

/** Who own something in the house. */
export const everybody = ['Детский', 'ООО «Лавка»', 'Собственников', 'Собственникова', 'Соседов'];

/** A house whose register is judged by everybody, and another one beside it. */
export class TwoHouses extends RegisterScene {
  readonly #tokens = new Map<Who, string>();
  house: string;
  elsewhere: string;
  flat: string;
  owner: string;
  parent: string;
  child: string;
  stranger: string;
  owned: string;
  ownedElsewhere: string;

  token(who: Who): string {
    return this.#tokens.get(who) ?? '';
  }

  async register(asker: string, id = this.house): Promise<Register['house']> {
    const answer = await this.app.ask<Register>(
      asker,
      `query ($id: ID!) { house(id: $id) { address totals { area }
         premises(first: 10) { nodes { area missingShare ownerships { holders { familyName bodyName } } } }
         shareProblems(first: 1) { totalCount } } }`,
      { id },
    );
    return answer.house;
  }

  /** The names of owners of the house that this asker is shown. */
  async names(asker: string): Promise<string[]> {
    const { premises } = await this.register(asker);
    const holders = (premises?.nodes ?? []).flatMap(({ ownerships }) => ownerships.flatMap((one) => one.holders));
    return holders.map(({ familyName, bodyName }) => familyName ?? bodyName ?? '').toSorted();
  }

  override async open(): Promise<void> {
    await super.open();
    const [organisation, other] = [
      await this.world.organisation('УК «Своя»'),
      await this.world.organisation('УК «Чужая»'),
    ];
    const house = await this.world.house({ number: '1', organisationId: organisation });
    const elsewhere = await this.world.house({ number: '2', organisationId: other });
    const [flat, childsFlat, shop] = [
      await this.world.premises(house, '50'),
      await this.world.premises(house, '30'),
      await this.world.premises(house, '20', { kind: 'NON_RESIDENTIAL' }),
    ];
    const elsewhereFlat = await this.world.premises(elsewhere, '40');
    const neighboursFlat = await this.world.premises(house, '60');
    const owner = await this.world.person('Собственников', { snils: '112-233-445 95' });
    const spouse = await this.world.person('Собственникова');
    const child = await this.world.person('Детский', { birthDate: '2015-03-03' });
    const parent = await this.world.person('Родительская', { birthDate: '1988-03-03' });
    const company = await this.world.person('', {
      kind: 'COMPANY',
      familyName: null,
      givenName: null,
      bodyName: 'ООО «Лавка»',
      ogrn: '1027700132195',
    });
    const head = await this.world.person('Директоров', { birthDate: '1970-01-01' });
    const neighbour = await this.world.person('Соседов');
    const former = await this.world.person('Бывшев');
    const stranger = await this.world.person('Прохожев');
    const owned = await this.world.ownership(flat, [owner, spouse], '1', { since: '2020-01-01T00:00:00Z' });
    await this.world.ownership(childsFlat, [child]);
    await this.world.idOf(this.world.admin, 'recordGuardianship', 'guardianship', {
      childId: child,
      parentId: parent,
      document: 'свидетельство',
    });
    await this.world.ownership(shop, [company]);
    await this.world.idOf(this.world.admin, 'appointHead', 'person', { bodyId: company, personId: head });
    await this.world.ownership(neighboursFlat, [former], '1', {
      since: '2019-01-01T00:00:00Z',
      until: '2021-01-01T00:00:00Z',
    });
    await this.world.ownership(neighboursFlat, [neighbour], '1', { since: '2021-01-01T00:00:00Z' });
    const ownedElsewhere = await this.world.ownership(elsewhereFlat, [owner], '1/2');
    const assembly = await this.assembly(house, 'DRAFT');
    const staff: [Who, () => Promise<string>][] = [
      ['platform', async () => this.world.admin],
      ['auditor', async () => this.world.staff('AUDITOR')],
      ['operator', async () => this.world.staff('CALL_CENTRE_OPERATOR')],
      ['keeperOfOrganisation', async () => this.world.staff('ASSEMBLY_ADMINISTRATOR', { organisation })],
      ['keeperOfHouse', async () => this.world.staff('ASSEMBLY_ADMINISTRATOR', { house })],
      ['ofAssembly', async () => this.world.staff('ASSEMBLY_ADMINISTRATOR', { assembly })],
      ['keeperElsewhere', async () => this.world.staff('ASSEMBLY_ADMINISTRATOR', { organisation: other })],
      ['owner', async () => this.world.token(owner)],
      ['spouse', async () => this.world.token(spouse)],
      ['parent', async () => this.world.token(parent)],
      ['head', async () => this.world.token(head)],
      ['neighbour', async () => this.world.token(neighbour)],
      ['formerOwner', async () => this.world.token(former)],
      ['stranger', async () => this.world.token(stranger)],
    ];
    for (const [who, made] of staff) this.#tokens.set(who, await made());
    Object.assign(this, { house, elsewhere, flat, owner, parent, child, stranger, owned, ownedElsewhere });
  }
}
