import type { Scope } from './access.ts';

export const roles = ['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR', 'CALL_CENTRE_OPERATOR', 'AUDITOR'] as const;
export type Role = (typeof roles)[number];

/** A role in force now. Exactly one of the scopes may be set; none means the whole platform. */
export interface Grant {
  readonly role: Role;
  readonly organisationId: string | null;
  readonly houseId: string | null;
  readonly assemblyId: string | null;
}

export type Locale = 'ru' | 'en';

export interface Anonymous {
  readonly kind: 'ANONYMOUS';
}
/** The process itself, acting at the times the law sets. */
export interface Clockwork {
  readonly kind: 'CLOCKWORK';
}
export interface SignedIn {
  readonly kind: 'SIGNED_IN';
  readonly accountId: string;
  readonly personId: string;
  /** The person and every company or public body whose head they are. */
  readonly actorIds: readonly string[];
  readonly grants: readonly Grant[];
  readonly scopes: ReadonlySet<Scope> | 'ALL';
  readonly sessionId: string | null;
  readonly tokenId: string | null;
  readonly locale: Locale | null;
  /** Epoch milliseconds; until then nothing of this ends or begins by itself. Left out: not known. */
  readonly standsUntil?: number;
}
export type Viewer = Anonymous | Clockwork | SignedIn;

export const anonymous: Anonymous = { kind: 'ANONYMOUS' };
export const clockwork: Clockwork = { kind: 'CLOCKWORK' };

/** An account by its id alone: for the journal, and for work that was permitted when it was asked for. */
export const accountAlone = (accountId: string): SignedIn => ({
  kind: 'SIGNED_IN',
  accountId,
  personId: '',
  actorIds: [],
  grants: [],
  scopes: 'ALL',
  sessionId: null,
  tokenId: null,
  locale: null,
});

export function hasRole(viewer: Viewer, ...wanted: readonly Role[]): boolean {
  return viewer.kind === 'SIGNED_IN' && viewer.grants.some((grant) => wanted.includes(grant.role));
}

/** The role over the whole platform, not over one organisation, house or assembly. */
export function hasPlatformRole(viewer: Viewer, ...wanted: readonly Role[]): boolean {
  return (
    viewer.kind === 'SIGNED_IN' &&
    viewer.grants.some(
      (grant) =>
        wanted.includes(grant.role) &&
        grant.organisationId === null &&
        grant.houseId === null &&
        grant.assemblyId === null,
    )
  );
}
