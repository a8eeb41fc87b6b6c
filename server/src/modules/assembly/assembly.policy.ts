import type { Parameters } from '../../kernel/page-query.ts';
import { hasPlatformRole, type Viewer } from '../../kernel/viewer.ts';

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
function staffFilter(viewer: Viewer, parameters: Parameters): string {
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
 * Which assemblies a viewer sees, as a filter over `assembly a join house h on h.id = a.house_id`: staff all of theirs,
 * owners of the house and those who act for them what was announced.
 */
export function assembliesVisibleTo(viewer: Viewer, parameters: Parameters): string {
  if (viewer.kind === 'CLOCKWORK') return 'true';
  if (viewer.kind !== 'SIGNED_IN') return 'false';
  const staff = staffFilter(viewer, parameters);
  if (staff === '(true)') return 'true';
  const actors = `${parameters.add(viewer.actorIds)}::uuid[]`;
  return `(${staff} or (a.state <> 'DRAFT' and (
    exists (select from roll_entry re where re.assembly_id = a.id and re.holder_ids && ${actors})
    or exists (select from ownership_holder oh join ownership o on o.id = oh.ownership_id
                 join premises p on p.id = o.premises_id
                where oh.person_id = any(${actors}) and p.house_id = a.house_id
                  and o.until is null and o.withdrawn_at is null)
    or exists (select from guardianship g join ownership_holder oh on oh.person_id = g.child_id
                 join ownership o on o.id = oh.ownership_id join premises p on p.id = o.premises_id
                where g.parent_id = any(${actors}) and g.until is null and p.house_id = a.house_id
                  and o.until is null and o.withdrawn_at is null)
    or exists (select from proxy x where x.house_id = a.house_id and x.holder_id = any(${actors})
                 and (x.assembly_id is null or x.assembly_id = a.id)))))`;
}
