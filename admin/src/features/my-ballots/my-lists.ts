export const myBallotList = {
  name: 'my-ballots',
  filters: {},
  sorts: ['NEWEST'],
  columns: ['assembly', 'premises', 'owner', 'channel', 'receivedAt', 'state'],
} as const;

export const messageStates = ['UNREAD'] as const;
export const messageList = {
  name: 'messages',
  filters: { state: messageStates },
  sorts: ['NEWEST'],
  columns: ['message', 'writtenAt', 'state'],
} as const;
