import type { Viewer } from '../../kernel/viewer.ts';
import { mayRunAssembly, type AssemblyPlace } from '../assembly/index.ts';

/** Whoever runs the assembly; that it is somebody else than who entered it is a rule of each repair. */
export function mayRepairDefect(viewer: Viewer, place: AssemblyPlace): boolean {
  return mayRunAssembly(viewer, place);
}

/** Whoever a ballot stands for, and nobody in their place: not its staff, and not who handed it in under a proxy. */
export function mayConfirmBallot(viewer: Viewer, ballot: { readonly isInViewersName: boolean }): boolean {
  return viewer.kind === 'SIGNED_IN' && ballot.isInViewersName;
}
