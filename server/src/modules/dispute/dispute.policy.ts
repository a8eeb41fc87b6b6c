import type { Viewer } from '../../kernel/viewer.ts';
import { mayRunAssembly, type AssemblyPlace } from '../assembly/index.ts';

/** Only whoever a ballot stands for may say that it is not theirs; not its staff, and not who cast it under a proxy. */
export function mayOpenDispute(viewer: Viewer, ballot: { readonly isInViewersName: boolean }): boolean {
  return viewer.kind === 'SIGNED_IN' && ballot.isInViewersName;
}

export function mayDecideDispute(viewer: Viewer, place: AssemblyPlace): boolean {
  return mayRunAssembly(viewer, place);
}
