import { PersonLooksDocument } from '@veche/shared/operations';
import { useGrowing } from '../../lib/useGrowing.ts';

/** Who opened the sealed details of this person, and why. */
export function usePersonLooks(personId: () => string) {
  return useGrowing({
    query: PersonLooksDocument,
    variables: () => ({ personId: personId() }),
    connection: ({ journal }) => journal,
    step: 10,
  });
}
