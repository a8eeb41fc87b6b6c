import type { Scope } from '../../../kernel/access.ts';
import type { Parameters } from '../../../kernel/page-query.ts';
import { hasPlatformRole, type Viewer } from '../../../kernel/viewer.ts';
import { mayKeepRegister, type HousePlace } from '../registry.policy.ts';

/** Houses come in through the platform; the register of a house also through whoever keeps it. */
export function mayImport(viewer: Viewer, place: HousePlace | null): boolean {
  return place === null ? hasPlatformRole(viewer, 'PLATFORM_ADMINISTRATOR') : mayKeepRegister(viewer, place);
}

/** A register brings people, so a token needs their scope as well; null when nothing is missing. */
export function missingScope(
  viewer: Viewer,
  place: HousePlace | null,
  scope: Extract<Scope, 'people:read' | 'people:write'>,
): Scope | null {
  if (place === null || viewer.kind !== 'SIGNED_IN' || viewer.scopes === 'ALL') return null;
  return viewer.scopes.has(scope) ? null : scope;
}

/** What stands in the cells of a register is for whoever keeps it; others see counts, rows and reasons. Houses are no secret. */
export function mayReadCells(viewer: Viewer, place: HousePlace | null): boolean {
  return place === null || mayKeepRegister(viewer, place);
}

/** What somebody started goes on in their name, also after a restart. */
export function mayFinishImport(viewer: Viewer, startedBy: string | null): boolean {
  return viewer.kind === 'SIGNED_IN' && viewer.accountId === startedBy;
}

/** Whoever uploaded a file imports it; the platform any. */
export function mayTakeFile(viewer: Viewer, uploadedBy: string): boolean {
  return (
    hasPlatformRole(viewer, 'PLATFORM_ADMINISTRATOR') ||
    (viewer.kind === 'SIGNED_IN' && viewer.accountId === uploadedBy)
  );
}

/** Which imports a viewer sees, as a filter over `import_job i left join house h on h.id = i.house_id`. */
export function importsVisibleTo(viewer: Viewer, parameters: Parameters): string {
  if (hasPlatformRole(viewer, 'PLATFORM_ADMINISTRATOR', 'AUDITOR')) return 'true';
  if (viewer.kind !== 'SIGNED_IN') return 'false';
  const places = viewer.grants.flatMap(({ role, houseId, organisationId }) => {
    if (role !== 'ASSEMBLY_ADMINISTRATOR') return [];
    if (houseId !== null) return [`i.house_id = ${parameters.add(houseId)}::uuid`];
    return organisationId === null ? [] : [`h.organisation_id = ${parameters.add(organisationId)}::uuid`];
  });
  return `(${['false', ...places].join(' or ')})`;
}
