import type { Api } from './api.ts';
import { ogrn, type People } from './people.ts';
import type { Scenario, ScenarioOwnership } from './scenario.ts';

/** The house in the register: ids of what the scenario calls by its own names. */
export interface RegisteredHouse {
  readonly houseId: string;
  readonly organisationId: string;
  premisesId(number: string): string;
}

/** Everything but the people: the house under a managing company, its premises, and what is owned from the beginning. */
export async function registerHouse(admin: Api, scenario: Scenario, serial: number): Promise<RegisteredHouse> {
  const { address, premises } = scenario.house;
  const { organisation } = await admin.make<{ organisation: { id: string } }>(
    'createOrganisation',
    { kind: 'MANAGING_COMPANY', name: 'Manager', ogrn: ogrn(serial * 1000) },
    'organisation { id }',
  );
  const [, street = address, number = '1'] = /^(.*\S)\s+(\d\S*)$/.exec(address) ?? [];
  const { house } = await admin.make<{ house: { id: string } }>(
    'createHouse',
    { settlement: `Москва ${String(serial + 1)}`, street, number, organisationId: organisation.id },
    'house { id }',
  );
  const ids = new Map<string, string>();
  for (const { number: known, kind, area, entrance } of premises) {
    const entered = await admin.make<{ premises: { id: string } }>(
      'addPremises',
      { houseId: house.id, kind, number: known, area, entrance },
      'premises { id }',
    );
    ids.set(known, entered.premises.id);
  }
  return {
    houseId: house.id,
    organisationId: organisation.id,
    premisesId: (known) => {
      const id = ids.get(known);
      if (id === undefined) throw new Error(`there are no premises ${known}`);
      return id;
    },
  };
}

export async function recordOwnership(
  admin: Api,
  house: RegisteredHouse,
  people: People,
  { owners, premises, share, since }: ScenarioOwnership,
): Promise<void> {
  await admin.make(
    'recordOwnership',
    {
      premisesId: house.premisesId(premises),
      holderIds: owners.map((owner) => people.id(owner)),
      share,
      title: { kind: 'ЕГРН' },
      ...(since === null ? {} : { since }),
    },
    'ownership { id }',
  );
}
