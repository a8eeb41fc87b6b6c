import { fenceJournal } from '../../kernel/journal-fences.ts';
import type { Parameters } from '../../kernel/page-query.ts';
import { hasPlatformRole, type Viewer } from '../../kernel/viewer.ts';
import { housesOwnedInBy } from '../registry/index.ts';

/** What a right over an assembly hangs on. */
export interface AssemblyPlace {
  readonly assemblyId: string | null;
  readonly houseId: string;
  /** Who manages the house. */
  readonly organisationId: string | null;
}

/** Draws up, announces, enters paper, registers proxies: an administrator of this house, its organisation or this assembly. */
export function mayRunAssembly(viewer: Viewer, place: AssemblyPlace): boolean {
  if (hasPlatformRole(viewer, 'PLATFORM_ADMINISTRATOR')) return true;
  return (
    viewer.kind === 'SIGNED_IN' &&
    viewer.grants.some(
      (grant) =>
        grant.role === 'ASSEMBLY_ADMINISTRATOR' &&
        ((grant.assemblyId !== null && grant.assemblyId === place.assemblyId) ||
          (grant.houseId !== null && grant.houseId === place.houseId) ||
          (grant.organisationId !== null && grant.organisationId === place.organisationId)),
    )
  );
}

/** Opening and closing happen at the times of the law, not when somebody says so. */
export function mayKeepTime(viewer: Viewer): boolean {
  return viewer.kind === 'CLOCKWORK';
}

/** Force majeure ends a vote early; only the operator of the platform may say so. */
export function mayAbortVoting(viewer: Viewer): boolean {
  return hasPlatformRole(viewer, 'PLATFORM_ADMINISTRATOR');
}

/** Whether a role reaches this assembly: over the whole platform, or over one of its places. */
function reaches(viewer: Viewer, place: AssemblyPlace, role: 'AUDITOR' | 'CALL_CENTRE_OPERATOR'): boolean {
  return (
    viewer.kind === 'SIGNED_IN' &&
    viewer.grants.some(
      (grant) =>
        grant.role === role &&
        (grant.assemblyId === null || grant.assemblyId === place.assemblyId) &&
        (grant.houseId === null || grant.houseId === place.houseId) &&
        (grant.organisationId === null || grant.organisationId === place.organisationId),
    )
  );
}

/** Staff who look at an assembly as their work: those who run it, auditors and the call centre within their scope. */
export function isStaffOf(viewer: Viewer, place: AssemblyPlace): boolean {
  return isKeptBy(viewer, place) || reaches(viewer, place, 'CALL_CENTRE_OPERATOR');
}

/** Those who keep an assembly's papers or audit them: how a named owner voted is theirs to read, and not the call centre's. */
export function isKeptBy(viewer: Viewer, place: AssemblyPlace): boolean {
  return mayRunAssembly(viewer, place) || reaches(viewer, place, 'AUDITOR');
}

/** The same as a filter over `assembly a join house h`: staff by their grants. */
export function assembliesOfStaff(viewer: Viewer, parameters: Parameters): string {
  if (viewer.kind !== 'SIGNED_IN' || viewer.grants.length === 0) return 'false';
  const conditions = viewer.grants.map((grant) => {
    if (grant.assemblyId !== null) return `a.id = ${parameters.add(grant.assemblyId)}::uuid`;
    if (grant.houseId !== null) return `a.house_id = ${parameters.add(grant.houseId)}::uuid`;
    if (grant.organisationId !== null) return `h.organisation_id = ${parameters.add(grant.organisationId)}::uuid`;
    return grant.role === 'ASSEMBLY_ADMINISTRATOR' ? 'false' : 'true';
  });
  return `(${conditions.join(' or ')})`;
}

/**
 * Which assemblies a viewer sees at a moment, as a filter over `assembly a join house h on h.id = a.house_id`: staff all of
 * theirs; of what was announced, whoever stands on its roll, owns in the house now, acts for a minor who does, or holds a
 * proxy whose term is not over.
 */
export function assembliesVisibleTo(viewer: Viewer, parameters: Parameters, at: Date): string {
  if (viewer.kind === 'CLOCKWORK') return 'true';
  if (viewer.kind !== 'SIGNED_IN') return 'false';
  const staff = assembliesOfStaff(viewer, parameters);
  if (staff === '(true)') return 'true';
  const actors = `${parameters.add(viewer.actorIds)}::uuid[]`;
  return `(${staff} or (a.state <> 'DRAFT' and (
    exists (select from roll_entry re where re.assembly_id = a.id and re.holder_ids && ${actors})
    or ${housesOwnedInBy(viewer, parameters, at)}
    or exists (select from proxy x where x.house_id = a.house_id and x.holder_id = any(${actors})
                 and (x.assembly_id is null or x.assembly_id = a.id)
                 and x.revoked_at is null and x.valid_until > ${parameters.add(at)}::timestamptz))))`;
}

// What was done with an assembly is read by its staff.
fenceJournal({
  role: 'assembly',
  within: (id, viewer, parameters) =>
    `exists (select from assembly a join house h on h.id = a.house_id where a.id = ${id} and ${assembliesOfStaff(viewer, parameters)})`,
});
