import type { SignedIn } from '../../kernel/viewer.ts';

/** What an execution wanted to know of who exactly it runs for. */
export interface AskedOfViewer {
  /** It used an identity itself: its answer is for this one alone. */
  personal: boolean;
  /** "Is it this person?", and the answer: whoever answers the same may share what came of it. */
  readonly isPerson: Map<string, boolean>;
}

/**
 * A viewer that notes what was asked of it. Roles, scopes and language are the same for all readers of one group; who
 * exactly reads is not, so an event whose execution never asked may be shared by the whole group.
 */
export function askingViewer(viewer: SignedIn): { readonly viewer: SignedIn; readonly asked: AskedOfViewer } {
  const asked: AskedOfViewer = { personal: false, isPerson: new Map() };
  const personal = <Value>(value: Value): Value => {
    asked.personal = true;
    return value;
  };
  const actorIds = new Proxy(viewer.actorIds, {
    get: (target, property) => {
      if (property !== 'includes') return personal(Reflect.get(target, property, target) as unknown);
      return (id: string) => {
        const answer = target.includes(id);
        asked.isPerson.set(id, answer);
        return answer;
      };
    },
  });
  return {
    asked,
    viewer: {
      kind: 'SIGNED_IN',
      grants: viewer.grants,
      scopes: viewer.scopes,
      locale: viewer.locale,
      actorIds,
      get accountId() {
        return personal(viewer.accountId);
      },
      get personId() {
        return personal(viewer.personId);
      },
      get sessionId() {
        return personal(viewer.sessionId);
      },
      get tokenId() {
        return personal(viewer.tokenId);
      },
    },
  };
}

/** Whether an execution never asked who reads: what it answered is the answer for the whole group. */
export function askedNothing({ personal, isPerson }: AskedOfViewer): boolean {
  return !personal && isPerson.size === 0;
}

/** Whether what one execution answered is the answer for this viewer of the same group too. */
export function answersAlike(asked: AskedOfViewer, first: SignedIn, other: SignedIn): boolean {
  if (first === other) return true;
  if (askedNothing(asked)) return true;
  if (asked.personal)
    return (
      first.accountId === other.accountId && first.tokenId === other.tokenId && first.sessionId === other.sessionId
    );
  for (const [id, answer] of asked.isPerson) if (other.actorIds.includes(id) !== answer) return false;
  return true;
}
