import {
  OwnersOfPremisesDocument,
  PickedHouseDocument,
  PickHouseDocument,
  PickOrganisationDocument,
  PickPersonDocument,
  PickPremisesDocument,
} from '@veche/shared/operations';
import { useClientHandle } from '@urql/vue';
import { useSessionStore } from '../../../lib/session.store.ts';

export interface Found {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | null;
  readonly kind?: 'PERSON' | 'ORGANISATION';
}
export type Search = (text: string) => Promise<readonly Found[]>;

/** How houses, people and premises are found by a few typed letters. */
export function usePick() {
  const { client } = useClientHandle();
  const session = useSessionStore();
  const fresh = { requestPolicy: 'network-only' } as const;

  /** The house that a link asks for. */
  const houseCalled = async (id: string): Promise<Found | null> => {
    const { data } = await client.query(PickedHouseDocument, { id }, fresh).toPromise();
    return data?.house ? { id: data.house.id, label: data.house.address } : null;
  };
  /** Among those one keeps: in another house nobody may draw up anything. */
  const houses: Search = async (text) => {
    const isEverywhere = session.holdsEverywhere('PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR');
    const { data } = await client
      .query(PickHouseDocument, { text, mine: isEverywhere ? null : true }, fresh)
      .toPromise();
    return (data?.houses.nodes ?? [])
      .filter(({ mayKeep }) => mayKeep)
      .map(({ id, address, organisation }) => ({ id, label: address, hint: organisation?.name ?? null }));
  };
  /** null: none, or more than one. */
  const onlyHouse = async (): Promise<Found | null> => {
    const [only = null, ...others] = await houses('');
    return others.length === 0 ? only : null;
  };
  /** Every house that one may see. */
  const seenHouses: Search = async (text) => {
    const { data } = await client.query(PickHouseDocument, { text, mine: null }, fresh).toPromise();
    return (data?.houses.nodes ?? []).map(({ id, address }) => ({ id, label: address }));
  };
  const personsIn = async (name: string, houseId: string | null): Promise<readonly Found[]> => {
    const { data } = await client.query(PickPersonDocument, { name, houseId }, fresh).toPromise();
    return (data?.persons.nodes ?? []).map(({ id, displayName, snilsMasked }) => ({
      id,
      label: displayName,
      hint: snilsMasked ?? null,
    }));
  };
  const persons: Search = async (name) => personsIn(name, null);
  /** Only those who own something in the house now. */
  const ownersIn =
    (houseId: () => string): Search =>
    async (name) =>
      personsIn(name, houseId());
  const organisations: Search = async (text) => {
    const { data } = await client.query(PickOrganisationDocument, { text }, fresh).toPromise();
    return (data?.organisations.nodes ?? []).map(({ id, name, ogrn }) => ({ id, label: name, hint: ogrn }));
  };
  /** People and organisations in one list, as whoever looks for one of them thinks of both. */
  const parties: Search = async (text) => {
    const [people, bodies] = await Promise.all([persons(text), organisations(text)]);
    return [
      ...bodies.map((one) => ({ ...one, kind: 'ORGANISATION' as const })),
      ...people.map((one) => ({ ...one, kind: 'PERSON' as const })),
    ];
  };
  /** Who manages the house: most often the one who convenes its assemblies, and who runs them. */
  const managerOf = async (houseId: string): Promise<Found | null> => {
    const { data } = await client.query(PickedHouseDocument, { id: houseId }, fresh).toPromise();
    const manager = data?.house?.organisation;
    return manager ? { id: manager.id, label: manager.name, hint: manager.ogrn, kind: 'ORGANISATION' } : null;
  };
  const premisesOf =
    (houseId: () => string): Search =>
    async (number) => {
      const { data } = await client.query(PickPremisesDocument, { houseId: houseId(), number }, fresh).toPromise();
      return (data?.house?.premises?.nodes ?? []).map(({ id, number: label }) => ({ id, label }));
    };

  /** Whose name a sheet of these premises most likely bears. */
  const ownersOf = async (premisesId: string): Promise<readonly Found[]> => {
    const { data } = await client.query(OwnersOfPremisesDocument, { ids: [premisesId] }, fresh).toPromise();
    const [premises] = data?.nodes ?? [];
    const holders = premises && 'ownerships' in premises ? premises.ownerships.flatMap((one) => one.holders) : [];
    const named = new Map(holders.map((person) => [person.id, person]));
    return [...named.values()].map(({ id, displayName, snilsMasked }) => ({
      id,
      label: displayName,
      hint: snilsMasked ?? null,
    }));
  };

  return { houseCalled, houses, onlyHouse, seenHouses, persons, parties, managerOf, premisesOf, ownersIn, ownersOf };
}
