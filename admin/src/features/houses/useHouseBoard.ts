import {
  HouseBoardDocument,
  HouseShareProblemsDocument,
  type HouseShareProblemsQuery,
  type PremisesFactsFragment,
} from '@veche/shared/operations';
import { useClientHandle } from '@urql/vue';
import { computed, onScopeDispose, ref, watch } from 'vue';
import { problemOf, type Problem } from '../../lib/problem.ts';

type Problems = NonNullable<NonNullable<HouseShareProblemsQuery['house']>['shareProblems']>;
export type ShareProblem = Problems['nodes'][number];

const fresh = { requestPolicy: 'network-only' } as const;

/** Every premises of a house and what is wrong with its shares, page after page; null where the viewer may not see them. */
export function useHouseBoard(houseId: () => string) {
  const { client } = useClientHandle();
  const premises = ref<readonly PremisesFactsFragment[] | null>([]);
  const shareProblems = ref<readonly ShareProblem[] | null>([]);
  const problem = ref<Problem | null>(null);
  const isLoading = ref(true);
  let turn = 0;

  async function load(): Promise<void> {
    const mine = (turn += 1);
    problem.value = null;
    try {
      const [all, wrong] = await Promise.all([everyPremises(), everyProblem()]);
      if (mine !== turn) return;
      premises.value = all;
      shareProblems.value = wrong;
    } catch (error) {
      if (mine === turn) problem.value = error instanceof Stopped ? error.problem : unreachable;
    } finally {
      if (mine === turn) isLoading.value = false;
    }
  }
  const everyPremises = async (): Promise<readonly PremisesFactsFragment[] | null> =>
    everyPage(async (after) => {
      const answer = await client.query(HouseBoardDocument, { id: houseId(), after }, fresh).toPromise();
      return orThrow(answer).house?.premises;
    });
  const everyProblem = async (): Promise<readonly ShareProblem[] | null> =>
    everyPage(async (after) => {
      const answer = await client.query(HouseShareProblemsDocument, { id: houseId(), after }, fresh).toPromise();
      return orThrow(answer).house?.shareProblems;
    });
  watch(houseId, () => {
    isLoading.value = true;
    void load();
  });
  void load();
  onScopeDispose(() => {
    turn += 1;
  });

  return {
    premises: computed(() => premises.value),
    shareProblems: computed(() => shareProblems.value),
    problem: computed(() => problem.value),
    isLoading: computed(() => isLoading.value),
    reload: (): void => void load(),
  };
}

interface PageOf<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly endCursor?: string | null; readonly hasNextPage: boolean };
}

async function everyPage<Node>(
  read: (after: string | null) => Promise<PageOf<Node> | null | undefined>,
): Promise<readonly Node[] | null> {
  const all: Node[] = [];
  for (let after: string | null = null; ;) {
    const page: PageOf<Node> | null | undefined = await read(after);
    if (!page) return null;
    all.push(...page.nodes);
    after = page.pageInfo.endCursor ?? null;
    if (!page.pageInfo.hasNextPage) return all;
  }
}

class Stopped extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}
const unreachable: Problem = { kind: 'UNREACHABLE', code: 'UNREACHABLE', message: '', requestId: null };

function orThrow<Answer>({
  data,
  error,
}: {
  data?: Answer | undefined;
  error?: Parameters<typeof problemOf>[0];
}): Answer {
  if (error !== undefined || data === undefined) throw new Stopped(problemOf(error) ?? unreachable);
  return data;
}
