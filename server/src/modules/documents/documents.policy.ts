import type { Parameters } from '../../kernel/page-query.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { SignedIn, Viewer } from '../../kernel/viewer.ts';
import { isKeptBy, mayKeepTime, mayRunAssembly, type AssemblyPlace } from '../assembly/index.ts';
import { isOpenToOwners, type DocumentKind } from './rules/document-kinds.ts';

/** Nobody asks for the papers of an assembly: they are written when their time has come. */
export function mayKeepDocument(viewer: Viewer): boolean {
  return mayKeepTime(viewer);
}

/** Whoever answers for the assembly signs its papers, or brings the signatures of others. */
export function maySignDocument(viewer: Viewer, place: AssemblyPlace): boolean {
  return mayRunAssembly(viewer, place);
}

/** The same as a filter over `assembly a join house h`. */
export function assembliesSignedBy(viewer: Viewer, parameters: Parameters): string {
  if (viewer.kind !== 'SIGNED_IN') return 'false';
  const conditions = viewer.grants.flatMap(({ role, assemblyId, houseId, organisationId }) => {
    if (role === 'PLATFORM_ADMINISTRATOR') return 'true';
    if (role !== 'ASSEMBLY_ADMINISTRATOR') return [];
    if (assemblyId !== null) return `a.id = ${parameters.add(assemblyId)}::uuid`;
    if (houseId !== null) return `a.house_id = ${parameters.add(houseId)}::uuid`;
    return organisationId === null ? [] : `h.organisation_id = ${parameters.add(organisationId)}::uuid`;
  });
  return conditions.length === 0 ? 'false' : `(${conditions.join(' or ')})`;
}

/** The package holds every name and every answer: those who keep the papers of the assembly, and its auditors. */
export function mayTakeEvidence(viewer: Viewer, place: AssemblyPlace): boolean {
  return isKeptBy(viewer, place);
}

/** What names people needs the scope of people as well; asked of somebody who sees the assembly. */
export function mayReadDocument(viewer: Viewer, place: AssemblyPlace, kind: DocumentKind): boolean {
  if (isOpenToOwners(kind)) return true;
  return isKeptBy(viewer, place) && seesPeople(viewer);
}

export function seesPeople(viewer: Viewer): boolean {
  return viewer.kind === 'SIGNED_IN' && (viewer.scopes === 'ALL' || viewer.scopes.has('people:read'));
}

/** Names and answers both: a token needs both scopes. */
export function requireEvidenceScopes(viewer: SignedIn): void {
  for (const scope of ['people:read', 'ballots:read'] as const) {
    if (viewer.scopes !== 'ALL' && !viewer.scopes.has(scope)) throw new Refusal('SCOPE_MISSING', { scope });
  }
}
