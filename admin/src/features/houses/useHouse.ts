import { HouseDocument, type HouseQuery } from '@veche/shared/operations';
import { useClientHandle, useQuery } from '@urql/vue';
import { computed } from 'vue';
import { problemOf } from '../../lib/problem.ts';

export type ShownHouse = NonNullable<HouseQuery['house']>;

export function useHouse(id: () => string) {
  const { client } = useClientHandle();
  const asked = useQuery({ query: HouseDocument, variables: computed(() => ({ id: id() })) });
  const { data, error, fetching } = asked;
  return {
    house: computed(() => data.value?.house ?? null),
    isLoading: computed(() => fetching.value && !data.value),
    problem: computed(() => problemOf(error.value)),
    reload: (): void => void asked.executeQuery({ requestPolicy: 'network-only' }),
    /** As it stands on the server now, whatever was read before. */
    readAgain: async (): Promise<ShownHouse | null> => {
      const again = await client.query(HouseDocument, { id: id() }, { requestPolicy: 'network-only' }).toPromise();
      return again.data?.house ?? null;
    },
  };
}
