import type { SignedIn, Viewer } from '../../kernel/viewer.ts';
import { mayKeepTime, mayRunAssembly, type AssemblyPlace } from '../assembly/index.ts';

/** Whoever is signed in may try; the roll, parenthood or a proxy entitles (rules/entitlement.ts). */
export function mayCastBallot(viewer: Viewer): viewer is SignedIn {
  return viewer.kind === 'SIGNED_IN';
}

export function mayEnterPaperBallot(viewer: Viewer, place: AssemblyPlace): boolean {
  return mayRunAssembly(viewer, place);
}

export function mayCloseVoting(viewer: Viewer): boolean {
  return mayKeepTime(viewer);
}

/** What a viewer may see of the count now. One gate for queries, subscriptions, exports and messages (domain: live counts). */
export type ResultsView = 'NOTHING' | 'TURNOUT' | 'FULL';

export interface GateFacts {
  readonly state: 'DRAFT' | 'ANNOUNCED' | 'VOTING' | 'CLOSED' | 'CANCELLED';
  readonly liveCounts: 'TURNOUT_ONLY' | 'RUNNING_COUNT';
  /** Sees the assembly at all. */
  readonly sees: boolean;
  readonly isStaff: boolean;
}

export function resultsViewOf({ state, liveCounts, sees, isStaff }: GateFacts): ResultsView {
  if (!sees) return 'NOTHING';
  if (state === 'CLOSED') return 'FULL';
  if (state !== 'VOTING') return 'NOTHING';
  return isStaff || liveCounts === 'RUNNING_COUNT' ? 'FULL' : 'TURNOUT';
}

/**
 * Whether the answers on one ballot may be shown: one's own always; to whoever keeps the assembly the paper ones, and the
 * electronic ones after the end.
 */
export function mayReadAnswers(facts: {
  readonly isOwn: boolean;
  readonly keepsAssembly: boolean;
  readonly channel: 'ELECTRONIC' | 'PAPER';
  readonly state: GateFacts['state'];
}): boolean {
  if (facts.isOwn) return true;
  if (!facts.keepsAssembly) return false;
  return facts.channel === 'PAPER' || facts.state === 'CLOSED';
}
