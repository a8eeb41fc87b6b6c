import { ManagersFoundDocument, OwnersFoundDocument } from '@veche/shared/operations';
import { useClientHandle } from '@urql/vue';
import type { Pickable } from '../../ui/pickable.ts';

/** Persons and organisations by a few letters. */
export function useOwnersFound() {
  const { client } = useClientHandle();
  const fresh = { requestPolicy: 'network-only' } as const;
  return {
    persons: async (name: string): Promise<readonly Pickable[]> => {
      const { data } = await client.query(OwnersFoundDocument, { name }, fresh).toPromise();
      return (data?.persons.nodes ?? []).map(({ id, displayName, snilsMasked, ogrn }) => ({
        id,
        label: displayName,
        under: snilsMasked ?? ogrn ?? null,
      }));
    },
    organisations: async (text: string): Promise<readonly Pickable[]> => {
      const { data } = await client.query(ManagersFoundDocument, { text }, fresh).toPromise();
      return (data?.organisations.nodes ?? []).map(({ id, name, ogrn }) => ({ id, label: name, under: ogrn }));
    },
  };
}
