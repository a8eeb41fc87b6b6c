import type {
  BallotChannel,
  BallotSort,
  BallotState,
  NotYetVotedSort,
  ProxySort,
  RollChangeKind,
  TimeOrder,
} from '@veche/shared/operations';

export const ballotStates = ['COUNTED', 'REJECTED', 'ANNULLED'] as const satisfies BallotState[];
export const ballotChannels = ['ELECTRONIC', 'PAPER'] as const satisfies BallotChannel[];

export const ballotList = {
  name: 'ballots',
  filters: { state: ballotStates, channel: ballotChannels, conflict: ['yes'], from: 'ANY', before: 'ANY' },
  sorts: [
    'NEWEST',
    'OLDEST',
    'WEIGHT',
    'WEIGHT_ASCENDING',
    'PREMISES',
    'PREMISES_DESCENDING',
  ] as const satisfies BallotSort[],
  columns: ['premises', 'owner', 'weight', 'channel', 'state', 'receivedAt', 'authority'],
  hidden: ['authority'],
} as const;

export const silentList = {
  name: 'not-yet-voted',
  filters: { entrance: 'ANY' },
  sorts: ['WEIGHT', 'WEIGHT_ASCENDING', 'ENTRANCE', 'ENTRANCE_DESCENDING'] as const satisfies NotYetVotedSort[],
  columns: ['premises', 'owners', 'votes', 'percent', 'entrance', 'share'],
} as const;

export const rollChangeKinds = [
  'TRANSFER',
  'AREA',
  'OWNERSHIP_RECORDED',
  'OWNERSHIP_ENDED',
] as const satisfies RollChangeKind[];

export const rollChangeList = {
  name: 'roll-changes',
  filters: { kind: rollChangeKinds },
  sorts: ['NEWEST', 'OLDEST'] as const satisfies TimeOrder[],
  columns: ['premises', 'kind', 'effectiveAt', 'at'],
} as const;

export const proxyStates = ['LIVING', 'REVOKED'] as const;

export const proxyList = {
  name: 'proxies',
  filters: { force: proxyStates },
  sorts: [
    'NEWEST',
    'VALID_UNTIL',
    'VALID_UNTIL_DESCENDING',
    'OWNER',
    'OWNER_DESCENDING',
  ] as const satisfies ProxySort[],
  columns: ['owner', 'holder', 'term', 'document', 'state'],
} as const;
