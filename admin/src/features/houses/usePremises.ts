import { GuardiansDocument, PremisesDocument, type PremisesQuery } from '@veche/shared/operations';
import { useClientHandle, useQuery } from '@urql/vue';
import { computed } from 'vue';
import { problemOf } from '../../lib/problem.ts';

export type ShownPremises = NonNullable<PremisesQuery['premises']>;
export type ShownOwnership = ShownPremises['ownerships'][number];

/** Premises with everybody who ever owned them. */
export function usePremises(id: () => string) {
  const { client } = useClientHandle();
  const asked = useQuery({ query: PremisesDocument, variables: computed(() => ({ id: id() })) });
  const { data, error, fetching } = asked;
  const premises = computed(() => data.value?.premises ?? null);
  const inForce = computed(() => new Set(premises.value?.current.map((one) => one.id)));
  return {
    premises,
    current: computed(() => premises.value?.ownerships.filter((one) => inForce.value.has(one.id)) ?? []),
    past: computed(() => premises.value?.ownerships.filter((one) => !inForce.value.has(one.id)).toReversed() ?? []),
    isLoading: computed(() => fetching.value && !data.value),
    problem: computed(() => problemOf(error.value)),
    reload: (): void => void asked.executeQuery({ requestPolicy: 'network-only' }),
    /** As they stand on the server now, whatever was read before. */
    readAgain: async (): Promise<ShownPremises | null> => {
      const again = await client.query(PremisesDocument, { id: id() }, { requestPolicy: 'network-only' }).toPromise();
      return again.data?.premises ?? null;
    },
  };
}

export function useGuardians(personId: () => string) {
  const asked = useQuery({ query: GuardiansDocument, variables: computed(() => ({ personId: personId() })) });
  return {
    guardians: computed(() => asked.data.value?.person?.parents ?? []),
    reload: (): void => void asked.executeQuery({ requestPolicy: 'network-only' }),
  };
}
