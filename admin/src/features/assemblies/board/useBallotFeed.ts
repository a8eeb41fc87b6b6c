import { BallotFeedDocument, type BallotFeedSubscription } from '@veche/shared/operations';
import { useSubscription } from '@urql/vue';
import { computed, shallowRef } from 'vue';
import { withNewest } from './newest-first.ts';

export type FeedEntry = BallotFeedSubscription['ballotFeed']['entries'][number];
const longest = 60;

/** Ballots as they come, the newest first; after a lost connection the feed begins anew and nothing comes twice. */
export function useBallotFeed(assemblyId: () => string) {
  const entries = shallowRef<readonly FeedEntry[]>([]);
  const { error } = useSubscription(
    { query: BallotFeedDocument, variables: computed(() => ({ assemblyId: assemblyId() })) },
    (_before, event: BallotFeedSubscription) => {
      entries.value = withNewest(entries.value, event.ballotFeed.entries, longest);
      return event;
    },
  );
  return { entries, isRefused: computed(() => error.value != null) };
}
