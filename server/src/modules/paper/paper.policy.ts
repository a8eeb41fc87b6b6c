import type { Parameters } from '../../kernel/page-query.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import { mayRunAssembly, type AssemblyPlace } from '../assembly/index.ts';

/** A ballot names its owner with their SNILS, so a token needs the scope of people as well. */
export function seesPeople(viewer: Viewer): boolean {
  return viewer.kind === 'SIGNED_IN' && (viewer.scopes === 'ALL' || viewer.scopes.has('people:read'));
}

/** Whoever runs the assembly hands out its ballots. */
export function mayPrintBallots(viewer: Viewer, place: AssemblyPlace): boolean {
  return mayRunAssembly(viewer, place);
}

/** What somebody asked for goes on in their name, also after a restart. */
export function mayFinishPrint(viewer: Viewer, requestedBy: string): boolean {
  return viewer.kind === 'SIGNED_IN' && viewer.accountId === requestedBy;
}

/** Which runs a viewer sees, as a filter over `print_run r join assembly a join house h`: those of the assemblies they run. */
export function printRunsVisibleTo(viewer: Viewer, parameters: Parameters): string {
  if (viewer.kind !== 'SIGNED_IN') return 'false';
  const places = viewer.grants.flatMap(({ role, assemblyId, houseId, organisationId }) => {
    if (role === 'PLATFORM_ADMINISTRATOR') return ['true'];
    if (role !== 'ASSEMBLY_ADMINISTRATOR') return [];
    if (assemblyId !== null) return [`a.id = ${parameters.add(assemblyId)}::uuid`];
    if (houseId !== null) return [`a.house_id = ${parameters.add(houseId)}::uuid`];
    return organisationId === null ? [] : [`h.organisation_id = ${parameters.add(organisationId)}::uuid`];
  });
  return `(${['false', ...places].join(' or ')})`;
}
