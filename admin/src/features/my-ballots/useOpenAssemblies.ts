import { MyHousesDocument, OpenAssembliesDocument, type AssemblyHeadingFragment } from '@veche/shared/operations';
import { useClientHandle } from '@urql/vue';
import { ref } from 'vue';
import { problemOf, type Problem } from '../../lib/problem.ts';
import { useSessionStore } from '../../lib/session.store.ts';

/** Announced and open assemblies of the viewer's houses. Whoever has a role sees others' too: those are not asked for. */
export function useOpenAssemblies() {
  const { client } = useClientHandle();
  const session = useSessionStore();
  const assemblies = ref<readonly AssemblyHeadingFragment[]>([]);
  const problem = ref<Problem | null>(null);

  async function housesToAsk(): Promise<readonly (string | null)[]> {
    if (session.roles.size === 0) return [null];
    const { data, error } = await client.query(MyHousesDocument, {}).toPromise();
    problem.value = problemOf(error);
    return [...new Set((data?.myOwnerships ?? []).map(({ premises }) => premises.house.id))].slice(0, 10);
  }
  async function load(): Promise<void> {
    const houses = await housesToAsk();
    const answers = await Promise.all(
      houses.map(async (houseId) => client.query(OpenAssembliesDocument, { houseId }).toPromise()),
    );
    problem.value ??= answers.map(({ error }) => problemOf(error)).find((one) => one !== null) ?? null;
    assemblies.value = answers.flatMap(({ data }) => data?.assemblies.nodes ?? []);
  }
  void load();

  return { assemblies, problem };
}
