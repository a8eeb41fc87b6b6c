import type { Parameters } from '../../kernel/page-query.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import { mayRunAssembly, type AssemblyPlace } from '../assembly/index.ts';

/** Whoever runs the assembly takes its paper in. */
export function mayTakeScans(viewer: Viewer, place: AssemblyPlace): boolean {
  return mayRunAssembly(viewer, place);
}

/** A file is sent by one person to its end. */
export function mayContinueScan(viewer: Viewer, uploadedBy: string): boolean {
  return viewer.kind === 'SIGNED_IN' && viewer.accountId === uploadedBy;
}

/** Reading goes on in nobody's name. */
export function mayReadScans(viewer: Viewer): boolean {
  return viewer.kind === 'CLOCKWORK';
}

/** As a filter over `assembly a join house h`: those who run it, and its auditors. */
export function scansVisibleTo(viewer: Viewer, parameters: Parameters): string {
  if (viewer.kind !== 'SIGNED_IN') return 'false';
  const places = viewer.grants.flatMap(({ role, assemblyId, houseId, organisationId }) => {
    if (role === 'PLATFORM_ADMINISTRATOR') return ['true'];
    if (role !== 'ASSEMBLY_ADMINISTRATOR' && role !== 'AUDITOR') return [];
    const within = [
      ...(assemblyId === null ? [] : [`a.id = ${parameters.add(assemblyId)}::uuid`]),
      ...(houseId === null ? [] : [`a.house_id = ${parameters.add(houseId)}::uuid`]),
      ...(organisationId === null ? [] : [`h.organisation_id = ${parameters.add(organisationId)}::uuid`]),
    ];
    if (within.length > 0) return [`(${within.join(' and ')})`];
    return role === 'AUDITOR' ? ['true'] : [];
  });
  return `(${['false', ...places].join(' or ')})`;
}

/** As a filter over `scanned_ballot b` with them: the owner in whose name it is, too. */
export function scannedBallotsVisibleTo(viewer: Viewer, parameters: Parameters): string {
  if (viewer.kind !== 'SIGNED_IN') return 'false';
  return `(${scansVisibleTo(viewer, parameters)} or b.owner_id = ${parameters.add(viewer.personId)}::uuid)`;
}
