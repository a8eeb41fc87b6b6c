import {
  OverviewAssembliesDocument,
  OverviewImportsDocument,
  OverviewInvitationsDocument,
  OverviewOwnDocument,
  OverviewSharesDocument,
  type OverviewAssembliesQuery,
} from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed, onScopeDispose } from 'vue';
import { problemOf } from '../../lib/problem.ts';
import { useSessionStore } from '../../lib/session.store.ts';

export type VotingNow = OverviewAssembliesQuery['voting']['nodes'][number];
export type Announced = OverviewAssembliesQuery['announced']['nodes'][number];
export type Draft = OverviewAssembliesQuery['drafts']['nodes'][number];

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
  const all = [assemblies, own, shares, imports, invitations] as const;

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

  return {
    voting: computed(() => assemblies.data.value?.voting.nodes ?? []),
    announced: computed(() => assemblies.data.value?.announced.nodes ?? []),
    drafts: computed(() => assemblies.data.value?.drafts.nodes ?? []),
    houses: computed(() => shares.data.value?.houses ?? null),
    imports: computed(() => imports.data.value?.imports.nodes ?? []),
    invited: computed(() => invitations.data.value?.accounts ?? null),
    owned: computed(() => own.data.value?.myOwnerships ?? []),
    isStaff: computed(() => session.roles.size > 0),
    isLoading: computed(() => all.some(({ fetching, data }) => fetching.value && !data.value)),
    problem: computed(() => all.map(({ error }) => problemOf(error.value)).find((one) => one !== null) ?? null),
    reload,
  };
}
