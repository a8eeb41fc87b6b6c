/** A role holds in one place or on the whole platform: which places are open to it is part of the role. */
import type { Grant } from '../../../kernel/viewer.ts';

export type RoleScopeProblem = 'MORE_THAN_ONE_SCOPE' | 'SCOPE_NEEDED' | 'NO_SCOPE_POSSIBLE';

/** The platform administrator has no scope, the assembly administrator exactly one, the others at most one. */
export function roleScopeProblem(grant: Grant): RoleScopeProblem | null {
  const scopes = [grant.organisationId, grant.houseId, grant.assemblyId].filter((id) => id !== null).length;
  if (scopes > 1) return 'MORE_THAN_ONE_SCOPE';
  if (grant.role === 'PLATFORM_ADMINISTRATOR' && scopes === 1) return 'NO_SCOPE_POSSIBLE';
  return grant.role === 'ASSEMBLY_ADMINISTRATOR' && scopes === 0 ? 'SCOPE_NEEDED' : null;
}
