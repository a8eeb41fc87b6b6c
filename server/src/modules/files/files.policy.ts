import type { Scope } from '../../kernel/access.ts';
import { hasRole, type SignedIn, type Viewer } from '../../kernel/viewer.ts';

function hasAnyScope(viewer: SignedIn, ...wanted: readonly Scope[]): boolean {
  const { scopes } = viewer;
  return scopes === 'ALL' || wanted.some((scope) => scopes.has(scope));
}

/** Staff who write something a file belongs to: a register, an assembly, a paper ballot. */
export function mayStoreFile(viewer: Viewer): viewer is SignedIn {
  return (
    viewer.kind === 'SIGNED_IN' &&
    hasRole(viewer, 'PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR', 'CALL_CENTRE_OPERATOR') &&
    hasAnyScope(viewer, 'houses:write', 'assemblies:write', 'ballots:enter')
  );
}

/** Before it is asked whose file it is: a token that reads nothing reads no files. */
export function mayAskForFiles(viewer: Viewer): viewer is SignedIn {
  return viewer.kind === 'SIGNED_IN' && hasAnyScope(viewer, 'houses:read', 'assemblies:read', 'ballots:read');
}

export function isUploader(viewer: Viewer, file: { readonly uploadedBy: string }): boolean {
  return viewer.kind === 'SIGNED_IN' && viewer.accountId === file.uploadedBy;
}
