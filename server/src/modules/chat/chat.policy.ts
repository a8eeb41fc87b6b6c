import type { SignedIn, Viewer } from '../../kernel/viewer.ts';
import { mayRunAssembly, type AssemblyPlace } from '../assembly/index.ts';
import type { ChatRole } from './rules/chat-roles.ts';

/** What somebody is to the chat of one assembly. */
export interface ChatStanding {
  readonly place: AssemblyPlace;
  readonly state: 'DRAFT' | 'ANNOUNCED' | 'VOTING' | 'CLOSED' | 'CANCELLED';
  /** Owns by the roll or in the house now, or acts for somebody who does. */
  readonly takesPart: boolean;
  readonly owns: boolean;
}

/** Hides, restores and sets the pace: whoever runs the assembly. */
export function mayModerateChat(viewer: Viewer, place: AssemblyPlace): viewer is SignedIn {
  return mayRunAssembly(viewer, place);
}

/** Those the assembly is about, and those who run it; auditors and the call centre read along. Once it was announced. */
export function mayPostInChat(viewer: Viewer, standing: ChatStanding): viewer is SignedIn {
  if (standing.state === 'DRAFT' || standing.state === 'CANCELLED') return false;
  return viewer.kind === 'SIGNED_IN' && (standing.takesPart || mayModerateChat(viewer, standing.place));
}

export function chatRoleOf(viewer: Viewer, standing: ChatStanding): ChatRole {
  if (mayModerateChat(viewer, standing.place)) return 'STAFF';
  return standing.owns ? 'OWNER' : 'FOR_OWNER';
}

/** Only one's own. Asked as a question with a name, so that readers with the same answer can share an event. */
export function isOwnMessage(viewer: Viewer, authorId: string): boolean {
  return viewer.kind === 'SIGNED_IN' && viewer.actorIds.includes(authorId);
}

/** The text of a hidden message is for those who moderate. */
export function mayReadText(viewer: Viewer, place: AssemblyPlace, hidden: boolean): boolean {
  return !hidden || mayModerateChat(viewer, place);
}
