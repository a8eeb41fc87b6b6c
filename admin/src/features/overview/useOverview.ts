import {
  OverviewAssembliesDocument,
  OverviewImportsDocument,
  OverviewInvitationsDocument,
  OverviewOwnDocument,
  OverviewResultsDocument,
  OverviewSharesDocument,
  OverviewUnreadDocument,
  OverviewUnsignedDocument,
  OverviewVotedDocument,
  type OverviewAssembliesQuery,
  type OverviewOwnQuery,
  type OverviewResultsQuery,
} from '@veche/shared/operations';
import { useClientHandle, useQuery } from '@urql/vue';
import { computed, onScopeDispose, ref, watch, type Ref } from 'vue';
import { problemOf } from '../../lib/problem.ts';
import { useSessionStore } from '../../lib/session.store.ts';

export type VotingNow = OverviewAssembliesQuery['voting']['nodes'][number];
export type Announced = OverviewAssembliesQuery['announced']['nodes'][number];
export type Draft = OverviewAssembliesQuery['drafts']['nodes'][number];
export type Owned = OverviewOwnQuery['myOwnerships'][number];
export type Resulted = OverviewResultsQuery['assemblies']['nodes'][number];

const minute = 60_000;

/** What waits for this viewer; asked anew every minute and when the page is looked at again. */
export function useOverview() {
  const session = useSessionStore();
  const mayNot = (...roles: readonly string[]) => computed(() => !session.holds(...roles));
  const mayNotSeeAccounts = computed(() => !session.holdsEverywhere('PLATFORM_ADMINISTRATOR', 'AUDITOR'));
  const assemblies = useQuery({ query: OverviewAssembliesDocument });
  const own = useQuery({ query: OverviewOwnDocument });
  const shares = useQuery({
    query: OverviewSharesDocument,
    pause: mayNot('PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'),
  });
  const imports = useQuery({
    query: OverviewImportsDocument,
    pause: mayNot('PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR', 'AUDITOR'),
  });
  const invitations = useQuery({ query: OverviewInvitationsDocument, pause: mayNotSeeAccounts });
  const unsigned = useQuery({
    query: OverviewUnsignedDocument,
    pause: mayNot('PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'),
  });
  const results = useQuery({ query: OverviewResultsDocument });
  const unread = useQuery({ query: OverviewUnreadDocument });
  const all = [assemblies, own, shares, imports, invitations, results, unsigned, unread] as const;
  const voting = computed(() => assemblies.data.value?.voting.nodes ?? []);
  const voted = useOwnVotes(voting, () => own.data.value?.myOwnerships.map(({ premises }) => premises.house.id) ?? []);

  function reload(): void {
    for (const one of all) if (!one.isPaused.value) void one.executeQuery({ requestPolicy: 'network-only' });
  }
  function lookAgain(): void {
    if (document.visibilityState === 'visible') reload();
  }
  const timer = setInterval(lookAgain, minute);
  document.addEventListener('visibilitychange', lookAgain);
  onScopeDispose(() => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', lookAgain);
  });

  const isLoading = computed(() => all.some(({ fetching, data }) => fetching.value && !data.value));
  // All at once: what comes first does not jump out of the way of what comes later.
  const once = <Value>(read: () => Value, before: Value) => computed(() => (isLoading.value ? before : read()));
  return {
    voting: once(() => voting.value, []),
    voted,
    results: once(() => results.data.value?.assemblies.nodes ?? [], []),
    unsigned: once(() => unsigned.data.value?.unsignedMinutes ?? null, null),
    unread: once(() => unread.data.value?.myUnreadMessages ?? 0, 0),
    announced: once(() => assemblies.data.value?.announced.nodes ?? [], []),
    drafts: once(() => assemblies.data.value?.drafts.nodes ?? [], []),
    houses: once(() => shares.data.value?.houses ?? null, null),
    imports: once(() => imports.data.value?.imports.nodes ?? [], []),
    invited: once(() => invitations.data.value?.accounts ?? null, null),
    owned: once(() => own.data.value?.myOwnerships ?? [], []),
    /** Until the first assembly is announced the way there stays in sight. */
    isNew: computed(
      () =>
        session.holdsEverywhere('PLATFORM_ADMINISTRATOR') &&
        voting.value.length === 0 &&
        assemblies.data.value?.announced.nodes.length === 0 &&
        results.data.value?.assemblies.nodes.length === 0,
    ),
    isStaff: computed(() => session.roles.size > 0),
    isLoading,
    problem: computed(() => all.map(({ error }) => problemOf(error.value)).find((one) => one !== null) ?? null),
    reload,
  };
}

/** Whether the viewer has voted for all they own, by the assembly; nothing of those where they own nothing. */
function useOwnVotes(voting: Readonly<Ref<readonly VotingNow[]>>, houses: () => readonly string[]) {
  const { client } = useClientHandle();
  const voted = ref<ReadonlyMap<string, boolean>>(new Map());
  watch(
    () => voting.value.filter(({ house }) => houses().includes(house.id)),
    async (mine) => {
      const answers = await Promise.all(
        mine.map(async ({ id }) => {
          const { data } = await client
            .query(OverviewVotedDocument, { assemblyId: id }, { requestPolicy: 'network-only' })
            .toPromise();
          const rights = data?.myVotingRights ?? [];
          return rights.length === 0 ? [] : [[id, rights.every((one) => one.voted)] as const];
        }),
      );
      voted.value = new Map(answers.flat());
    },
    { immediate: true },
  );
  return voted;
}
