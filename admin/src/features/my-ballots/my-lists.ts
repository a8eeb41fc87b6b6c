import type { TimeOrder } from '@veche/shared/operations';

export const myBallotList = {
  name: 'my-ballots',
  filters: {},
  sorts: ['NEWEST', 'OLDEST'] as const satisfies TimeOrder[],
  columns: ['assembly', 'premises', 'owner', 'channel', 'receivedAt', 'state'],
} as const;

export const messageStates = ['UNREAD'] as const;
export const messageList = {
  name: 'messages',
  filters: { state: messageStates },
  sorts: ['NEWEST', 'OLDEST'] as const satisfies TimeOrder[],
  columns: ['message', 'writtenAt', 'state'],
} as const;
