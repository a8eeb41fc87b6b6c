import { useClientHandle, useQuery, type TypedDocumentNode } from '@urql/vue';
import { computed, reactive, ref, shallowRef, watch } from 'vue';
import { problemOf, type Problem } from './problem.ts';

interface Page<Row> {
  readonly totalCount: number;
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly endCursor?: string | null; readonly hasNextPage: boolean };
}

/**
 * A list beside other things, that grows at a press to its very end. When its beginning is read anew, it begins again:
 * something was added.
 */
export function useGrowing<Answer, About extends object, Row>(source: {
  readonly query: TypedDocumentNode<Answer, About & { readonly first: number; readonly after?: string | null }>;
  readonly variables: () => About;
  readonly connection: (answer: Answer) => Page<Row> | null | undefined;
  /** How many rows at first, and with each press. */
  readonly step: number;
}) {
  const { client } = useClientHandle();
  const beginning = computed(() => ({ ...source.variables(), first: source.step, after: null }));
  const { data, error, fetching } = useQuery({ query: source.query, variables: beginning });
  const further = shallowRef<readonly Page<Row>[]>([]);
  const failed = ref<Problem | null>(null);
  const isGrowing = ref(false);
  const pageOf = (answer: Answer | undefined): Page<Row> | null =>
    (answer === undefined ? null : source.connection(answer)) ?? null;
  const pages = computed(() => {
    const first = pageOf(data.value);
    return first ? [first, ...further.value] : [];
  });
  watch(data, () => {
    further.value = [];
  });

  async function more(): Promise<void> {
    const from = data.value;
    const after = pages.value.at(-1)?.pageInfo.endCursor ?? null;
    if (after === null || isGrowing.value) return;
    isGrowing.value = true;
    const variables = { ...beginning.value, after };
    const answer = await client.query(source.query, variables, { requestPolicy: 'network-only' }).toPromise();
    isGrowing.value = false;
    failed.value = problemOf(answer.error);
    const page = pageOf(answer.data);
    if (page && data.value === from) further.value = [...further.value, page];
  }

  return reactive({
    rows: computed(() => pages.value.flatMap(({ nodes }) => nodes)),
    totalCount: computed(() => pages.value[0]?.totalCount ?? 0),
    hasMore: computed(() => pages.value.at(-1)?.pageInfo.hasNextPage ?? false),
    isLoading: computed(() => fetching.value && pages.value.length === 0),
    isGrowing,
    problem: computed(() => problemOf(error.value) ?? failed.value),
    more: () => void more(),
  });
}
