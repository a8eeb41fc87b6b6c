import { openUnplaced } from '../../kernel/journal-fences.ts';
import { hasPlatformRole, hasRole, type SignedIn, type Viewer } from '../../kernel/viewer.ts';

/** Somebody at the console, not an app with a token: a token never makes another and never grows. */
export function isAtConsole(viewer: Viewer): viewer is SignedIn {
  return viewer.kind === 'SIGNED_IN' && viewer.tokenId === null;
}

/** Invites, blocks, registers organisations, corrects persons and names their heads. */
export function mayRunPlatform(viewer: Viewer): boolean {
  return hasPlatformRole(viewer, 'PLATFORM_ADMINISTRATOR');
}

export function mayGiveRoles(viewer: Viewer): boolean {
  return mayRunPlatform(viewer) && isAtConsole(viewer);
}

/** Accounts, role grants and the journal, whole. A scoped auditor reads only what lies in the scope. */
export function mayReadAccounts(viewer: Viewer): boolean {
  return hasPlatformRole(viewer, 'PLATFORM_ADMINISTRATOR', 'AUDITOR');
}

/**
 * The viewer as a reader of histories: with the roles of a keeper or auditor alone, so that another role opens nothing; null
 * for whoever holds none. The history of an organisation is for those who act for it.
 */
export function narrowedToHistories(viewer: Viewer, organisationId: string | null): SignedIn | null {
  if (viewer.kind !== 'SIGNED_IN') return null;
  const grants = viewer.grants.filter(
    (grant) =>
      (grant.role === 'ASSEMBLY_ADMINISTRATOR' || grant.role === 'AUDITOR') &&
      (organisationId === null || grant.organisationId === organisationId),
  );
  return grants.length === 0 ? null : { ...viewer, grants };
}

/** Whoever keeps a register enters its people. */
export function mayRegisterPerson(viewer: Viewer): boolean {
  return mayRunPlatform(viewer) || hasRole(viewer, 'ASSEMBLY_ADMINISTRATOR');
}

export interface OrganisationChange {
  readonly organisationId: string;
  /** Name, kind or number, not only how to reach it. */
  readonly ofIdentity: boolean;
}

export function mayAmendOrganisation(viewer: Viewer, change: OrganisationChange): boolean {
  if (mayRunPlatform(viewer)) return true;
  return (
    !change.ofIdentity &&
    viewer.kind === 'SIGNED_IN' &&
    viewer.grants.some(
      (grant) => grant.role === 'ASSEMBLY_ADMINISTRATOR' && grant.organisationId === change.organisationId,
    )
  );
}

/** The account's own sessions, tokens, password and language. */
export function isOwnAccount(viewer: Viewer, accountId: string): viewer is SignedIn {
  return viewer.kind === 'SIGNED_IN' && viewer.accountId === accountId;
}

export interface PersonSight {
  readonly personId: string;
  /** Whether the register shows this person to the viewer at all. */
  readonly visible: boolean;
}

function isSelf(viewer: Viewer, personId: string): boolean {
  return viewer.kind === 'SIGNED_IN' && viewer.actorIds.includes(personId);
}

/** A recorded look at numbers and contacts: the call centre within its scope, the platform's administrator, oneself. */
export function mayRevealPerson(viewer: Viewer, { personId, visible }: PersonSight): boolean {
  return (
    isSelf(viewer, personId) ||
    hasPlatformRole(viewer, 'PLATFORM_ADMINISTRATOR', 'CALL_CENTRE_OPERATOR') ||
    (visible && hasRole(viewer, 'CALL_CENTRE_OPERATOR'))
  );
}

/** A token may be good for ballots or houses and not for the names of people; one's own name is no secret to oneself. */
export function mayReadName(viewer: Viewer, personId: string): boolean {
  if (viewer.kind !== 'SIGNED_IN') return viewer.kind === 'CLOCKWORK';
  return viewer.scopes === 'ALL' || viewer.scopes.has('people:read') || isSelf(viewer, personId);
}

/** The last digits tell namesakes apart; only staff who see the person anyway, and oneself. */
export function maySeeMaskedSnils(viewer: Viewer, { personId, visible }: PersonSight): boolean {
  if (viewer.kind !== 'SIGNED_IN' || (viewer.scopes !== 'ALL' && !viewer.scopes.has('people:read'))) return false;
  return (
    isSelf(viewer, personId) ||
    hasPlatformRole(viewer, 'PLATFORM_ADMINISTRATOR', 'CALL_CENTRE_OPERATOR', 'AUDITOR') ||
    (visible && viewer.grants.length > 0)
  );
}

/** The first account of an empty platform is the process's own doing. */
export function mayFoundPlatform(viewer: Viewer): boolean {
  return viewer.kind === 'CLOCKWORK';
}

openUnplaced('registerPerson', 'amendPerson', 'appointHead', 'createOrganisation', 'amendOrganisation');
