import { TurnoutCurveDocument, type TurnoutCurveQuery } from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed } from 'vue';
import { useRereading } from '../../../lib/useRereading.ts';

export type ShownCurve = NonNullable<NonNullable<TurnoutCurveQuery['assembly']>['turnoutCurve']>;
export type ShownEntrance = NonNullable<NonNullable<TurnoutCurveQuery['assembly']>['turnoutByEntrance']>[number];
/** A curve of days needs no second. */
const pause = 15_000;

export function useTurnoutCurve(assemblyId: () => string, sequence: () => number) {
  const asked = useQuery({ query: TurnoutCurveDocument, variables: computed(() => ({ id: assemblyId() })) });
  useRereading(asked, sequence, pause);
  return {
    curve: computed(() => asked.data.value?.assembly?.turnoutCurve ?? null),
    entrances: computed(() => asked.data.value?.assembly?.turnoutByEntrance ?? []),
  };
}
