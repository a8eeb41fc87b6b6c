import type { SignedIn, Viewer } from '../../kernel/viewer.ts';

/** Nobody reads or marks a message but whom it is for; a body's are its head's. */
export function messagesOf(viewer: Viewer): readonly string[] {
  return viewer.kind === 'SIGNED_IN' ? viewer.actorIds : [];
}

export function mayMarkMessages(viewer: Viewer): viewer is SignedIn {
  return viewer.kind === 'SIGNED_IN';
}
