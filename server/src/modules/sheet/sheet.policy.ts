import type { Viewer } from '../../kernel/viewer.ts';
import { isKeptBy, mayRunAssembly, type AssemblyPlace } from '../assembly/index.ts';

/** Whoever runs the assembly takes its paper in and enters it; that two people do is a rule of each sheet. */
export function mayHandleSheet(viewer: Viewer, place: AssemblyPlace): boolean {
  return mayRunAssembly(viewer, place);
}

/** Who entered a paper and its scan: whoever the ballot stands for, those who keep the assembly, and its auditors. */
export function maySeeTrail(viewer: Viewer, ballot: AssemblyPlace & { readonly isInViewersName: boolean }): boolean {
  return viewer.kind === 'SIGNED_IN' && (ballot.isInViewersName || isKeptBy(viewer, ballot));
}
