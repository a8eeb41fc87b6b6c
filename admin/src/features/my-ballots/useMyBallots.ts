import { MyBallotsDocument, type MyBallotRowFragment } from '@veche/shared/operations';
import { useListView } from '../../lib/useListView.ts';
import { myBallotList } from './my-lists.ts';

export type MyBallotRow = MyBallotRowFragment;

/** Every ballot in the viewer's name or cast by them, whatever became of it. */
export function useMyBallots() {
  return useListView(myBallotList, {
    query: MyBallotsDocument,
    variables: ({ text, sort }) => ({ sort, text: text === '' ? null : text }),
    connection: ({ myBallots }) => myBallots,
  });
}
