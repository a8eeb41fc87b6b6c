import { ImportRowErrorsDocument, type ImportRowErrorCode, type ImportRowErrorsQuery } from '@veche/shared/operations';
import { useClientHandle } from '@urql/vue';
import { computed, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { problemOf, type Problem } from '../../lib/problem.ts';

type Told = NonNullable<ImportRowErrorsQuery['import']>;
type Errors = Told['rowErrors'];

/** Why rows are refused, fifty at a time, all of them or those of one reason. `at` changes with every rehearsal. */
export function useRowErrors(id: () => string, at: () => string) {
  const { client } = useClientHandle();
  const { locale } = useI18n();
  const edges = ref<Errors['edges']>([]);
  const page = ref<Errors | null>(null);
  const problem = ref<Problem | null>(null);
  const isLoading = ref(false);
  const reasons = ref<Told['refusalReasons']>([]);
  const reason = ref<ImportRowErrorCode | null>(null);

  async function read(after: string | null): Promise<void> {
    isLoading.value = true;
    const variables = { id: id(), first: 50, after, code: reason.value };
    const answer = await client
      .query(ImportRowErrorsDocument, variables, { requestPolicy: 'network-only' })
      .toPromise();
    isLoading.value = false;
    problem.value = problemOf(answer.error);
    page.value = answer.data?.import?.rowErrors ?? null;
    reasons.value = answer.data?.import?.refusalReasons ?? reasons.value;
    edges.value = after === null ? (page.value?.edges ?? []) : [...edges.value, ...(page.value?.edges ?? [])];
  }
  watch([id, at], () => {
    reason.value = null;
  });
  watch([id, at, locale, reason], () => void read(null), { immediate: true });

  return {
    reasons: computed(() => reasons.value),
    reason,
    errors: computed(() => edges.value.map(({ cursor, node }) => ({ ...node, cursor }))),
    totalCount: computed(() => page.value?.totalCount ?? 0),
    hasMore: computed(() => page.value?.pageInfo.hasNextPage ?? false),
    isLoading: computed(() => isLoading.value),
    problem: computed(() => problem.value),
    more: (): void => void read(page.value?.pageInfo.endCursor ?? null),
  };
}
