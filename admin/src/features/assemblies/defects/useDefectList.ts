import {
  DefectiveBallotsDocument,
  type BallotSort,
  type DefectiveBallotsQuery,
  type DefectKind,
} from '@veche/shared/operations';
import { useListView } from '../../../lib/useListView.ts';

export type DefectiveBallot = DefectiveBallotsQuery['defectiveBallots']['nodes'][number];
export type ShownDefect = NonNullable<DefectiveBallot['defects']>[number];
export const defectKinds = [
  'PAGE_MISSING',
  'NO_DATE',
  'NOT_SIGNED',
  'REGISTER_DIFFERS',
  'AUTHORITY_EXPIRED',
  'DOUBLE_MARK',
  'OWNER_UNKNOWN',
  'HAND_OVER_TYPED',
  'FOUR_EYES_OFF',
] as const satisfies DefectKind[];

export const defectSorts = [
  'WEIGHT',
  'WEIGHT_ASCENDING',
  'PREMISES',
  'PREMISES_DESCENDING',
] as const satisfies BallotSort[];

const defectList = {
  name: 'defects',
  filters: { kind: defectKinds, entrance: 'ANY', repaired: ['too'] },
  sorts: defectSorts,
  columns: ['premises', 'weight', 'defects'],
} as const;

/** The paper ballots that something is wanting on, the most votes at stake first; repaired ones only when they are asked for. */
export function useDefectList(assemblyId: () => string) {
  return useListView(defectList, {
    query: DefectiveBallotsDocument,
    variables: ({ filters, text, sort }) => ({
      assemblyId: assemblyId(),
      sort,
      text: text === '' ? null : text,
      kinds: filters.kind.length > 0 ? [...filters.kind] : null,
      states: filters.repaired.length > 0 ? null : ['OPEN' as const],
      entrance: filters.entrance[0] === undefined ? null : Number(filters.entrance[0]),
    }),
    connection: ({ defectiveBallots }) => defectiveBallots,
  });
}
