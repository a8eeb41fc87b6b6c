import { TurnoutCurveDocument, type TurnoutCurveQuery } from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed, onScopeDispose, watch } from 'vue';
import { useI18n } from 'vue-i18n';

export type ShownCurve = NonNullable<NonNullable<TurnoutCurveQuery['assembly']>['turnoutCurve']>;
export type ShownEntrance = NonNullable<NonNullable<TurnoutCurveQuery['assembly']>['turnoutByEntrance']>[number];
/** A curve of days needs no second: it is read again when something changed, and not more often than this. */
const pause = 15_000;

export function useTurnoutCurve(assemblyId: () => string, sequence: () => number) {
  const { locale } = useI18n();
  const asked = useQuery({ query: TurnoutCurveDocument, variables: computed(() => ({ id: assemblyId() })) });
  const read = (): void => void asked.executeQuery({ requestPolicy: 'network-only' });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  watch(sequence, () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      read();
    }, pause);
  });
  watch(locale, read);
  onScopeDispose(() => clearTimeout(waiting));
  return {
    curve: computed(() => asked.data.value?.assembly?.turnoutCurve ?? null),
    entrances: computed(() => asked.data.value?.assembly?.turnoutByEntrance ?? []),
  };
}
