import type { Viewer } from '../../kernel/viewer.ts';
import { mayRunAssembly, type AssemblyPlace } from '../assembly/index.ts';

/** Whoever runs the assembly takes its paper in and enters it; that two people do is a rule of each sheet. */
export function mayHandleSheet(viewer: Viewer, place: AssemblyPlace): boolean {
  return mayRunAssembly(viewer, place);
}
