import {
  BallotsDocument,
  NotYetVotedDocument,
  ProxiesDocument,
  RollChangesDocument,
  type BallotsQuery,
  type NotYetVotedQuery,
  type ProxiesQuery,
  type RollChangesQuery,
} from '@veche/shared/operations';
import { isSpokenCode } from '../../../lib/spoken-code.ts';
import { momentOf } from '../../../lib/wall-time.ts';
import { useListView } from '../../../lib/useListView.ts';
import { ballotList, proxyList, rollChangeList, silentList } from './ballot-lists.ts';

export type ShownBallotRow = BallotsQuery['ballots']['nodes'][number];
export type ShownSilent = NotYetVotedQuery['notYetVoted']['nodes'][number];
export type ShownRollChange = NonNullable<NonNullable<RollChangesQuery['assembly']>['rollChanges']>['nodes'][number];
export type ShownProxy = ProxiesQuery['proxies']['nodes'][number];

/** The ballots of an assembly; the search of the list is the number on the door, a receipt or a printed number. */
export function useBallotList(assemblyId: () => string, timeZone: () => string) {
  return useListView(ballotList, {
    query: BallotsDocument,
    variables: ({ filters, text, sort }) => ({
      assemblyId: assemblyId(),
      sort,
      filter: {
        ...(filters.state.length > 0 ? { states: [...filters.state] } : {}),
        ...(filters.channel.length > 0 ? { channels: [...filters.channel] } : {}),
        ...(filters.conflict.length > 0 ? { conflict: true } : {}),
        ...(text === '' ? {} : isSpokenCode(text) ? { code: text } : { premisesNumber: text }),
        receivedFrom: momentOf(filters.from[0] ?? '', timeZone()),
        receivedBefore: momentOf(filters.before[0] ?? '', timeZone()),
      },
    }),
    connection: ({ ballots }) => ballots,
  });
}

/** Whose votes are still out. */
export function useSilentList(assemblyId: () => string) {
  return useListView(silentList, {
    query: NotYetVotedDocument,
    variables: ({ filters, text, sort }) => ({
      assemblyId: assemblyId(),
      sort,
      text: text === '' ? null : text,
      entrance: filters.entrance[0] === undefined ? null : Number(filters.entrance[0]),
    }),
    connection: ({ notYetVoted }) => notYetVoted,
  });
}

/** What the register learned after the roll was frozen. */
export function useRollChanges(assemblyId: () => string) {
  return useListView(rollChangeList, {
    query: RollChangesDocument,
    variables: ({ filters, text, sort }) => ({
      id: assemblyId(),
      sort,
      kinds: filters.kind.length > 0 ? [...filters.kind] : null,
      text: text === '' ? null : text,
    }),
    connection: ({ assembly }) => assembly?.rollChanges,
  });
}

/** The powers of attorney that hold for an assembly. */
export function useProxyList(assemblyId: () => string) {
  return useListView(proxyList, {
    query: ProxiesDocument,
    variables: ({ filters, text, sort }) => ({
      sort,
      filter: {
        assemblyId: assemblyId(),
        ...(text === '' ? {} : { text }),
        // Both, or neither, is all of them.
        ...(filters.force.length === 1 ? { revoked: filters.force[0] === 'REVOKED' } : {}),
      },
    }),
    connection: ({ proxies }) => proxies,
  });
}
