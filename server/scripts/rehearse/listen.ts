import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Stage } from './stage.ts';

/** What an administrator at the board is told meanwhile. */
export interface Heard {
  /** States of the count, and of how many ballots the last one speaks. */
  states: number;
  ballots: number;
  /** Ballots of the feed that were new or changed since we listen. */
  entries: number;
  lagged: number;
}

interface Answer {
  readonly countChanged?: {
    readonly lagged: boolean;
    readonly assembly: { readonly turnout: { readonly ballots: number } };
  };
  readonly ballotFeed?: { readonly lagged: boolean; readonly entries: readonly unknown[] };
}

const count = 'subscription ($id: ID!) { countChanged(assemblyId: $id) { lagged assembly { turnout { ballots } } } }';
const feed = 'subscription ($id: ID!) { ballotFeed(assemblyId: $id) { lagged entries { id } } }';

/** Listens as the staff of the assembly do; it is there when both have told how things stand. */
export async function listen({ staff, assemblyId }: Stage): Promise<{ heard: Heard; stop: () => void }> {
  const headers = staff.credentials();
  class OurSocket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers });
    }
  }
  const client = createClient({
    url: `${staff.url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: OurSocket,
    connectionParams: { authorization: headers['authorization'] },
  });
  const heard: Heard = { states: 0, ballots: 0, entries: 0, lagged: 0 };
  const follow = async (query: string, hear: (answer: Answer, isFirst: boolean) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      let isFirst = true;
      const next = ({ data }: { data?: Answer | null }): void => {
        if (data != null) hear(data, isFirst);
        isFirst = false;
        resolve();
      };
      client.subscribe<Answer>({ query, variables: { id: assemblyId } }, { next, error: reject, complete: resolve });
    });
  await Promise.all([
    follow(count, ({ countChanged }) => {
      heard.states += 1;
      heard.lagged += Number(countChanged?.lagged ?? false);
      heard.ballots = countChanged?.assembly.turnout.ballots ?? Number.NaN;
    }),
    follow(feed, ({ ballotFeed }, isFirst) => {
      heard.lagged += Number(ballotFeed?.lagged ?? false);
      // The first tells what there was before us.
      if (!isFirst) heard.entries += ballotFeed?.entries.length ?? 0;
    }),
  ]);
  return { heard, stop: () => void client.dispose() };
}
