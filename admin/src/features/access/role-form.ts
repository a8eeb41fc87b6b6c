import type { Role } from '@veche/shared/operations';
import type { Pickable } from '../../ui/pickable.ts';

/** A role as it is being given: what, where, until when. */
export interface RoleForm {
  role: Role;
  /** Its id opens with what it is: an organisation, a house or an assembly. */
  place: Pickable | null;
  /** The last day, as a date field writes it; empty: until revoked. */
  until: string;
}

export function emptyRole(): RoleForm {
  return { role: 'ASSEMBLY_ADMINISTRATOR', place: null, until: '' };
}

/** An assembly administrator has exactly one place, the platform's none, the others at most one. */
export function placeOf(role: Role): 'NEEDED' | 'POSSIBLE' | 'NONE' {
  if (role === 'ASSEMBLY_ADMINISTRATOR') return 'NEEDED';
  return role === 'PLATFORM_ADMINISTRATOR' ? 'NONE' : 'POSSIBLE';
}

export function isWhole({ role, place }: RoleForm): boolean {
  return placeOf(role) !== 'NEEDED' || place !== null;
}

const places = { OR: 'organisationId', HO: 'houseId', AS: 'assemblyId' } as const;

export interface RoleGiven {
  readonly role: Role;
  readonly organisationId?: string;
  readonly houseId?: string;
  readonly assemblyId?: string;
  readonly until?: string;
}

/** The term ends with its last day, as the person who gives it sees the day. */
export function roleInput({ role, place, until }: RoleForm): RoleGiven {
  const field = place && placeOf(role) !== 'NONE' ? places[place.id.slice(0, 2) as keyof typeof places] : undefined;
  const end = until === '' ? null : new Date(`${until}T00:00:00`);
  end?.setDate(end.getDate() + 1);
  return {
    role,
    ...(field && place ? { [field]: place.id } : {}),
    ...(end ? { until: end.toISOString() } : {}),
  };
}
