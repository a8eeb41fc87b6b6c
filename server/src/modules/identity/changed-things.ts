import { encodeId, type GlobalKind } from '../../kernel/global-id.ts';
import type { JournalId } from './journal.type.ts';

/** Fields whose values are things; kept as UUIDs, shown by their global ids. */
const kindsByField: Readonly<Record<string, GlobalKind>> = {
  administratorOrganisationId: 'Organisation',
  administratorPersonId: 'Person',
  chairId: 'Person',
  initiatorOrganisationId: 'Organisation',
  initiatorPersonId: 'Person',
  organisation: 'Organisation',
  ownerId: 'Person',
  secretaryId: 'Person',
  tellerIds: 'Person',
};

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** What changed as the API shows it, and the things among the values, each once. */
export function shownChanges(changes: Readonly<Record<string, unknown>>): {
  readonly changes: Readonly<Record<string, unknown>>;
  readonly mentioned: readonly JournalId[];
} {
  const mentioned = new Map<string, JournalId>();
  const shown = (role: string, kind: GlobalKind, value: unknown): unknown => {
    if (typeof value === 'string' && uuid.test(value)) {
      const id = encodeId(kind, value);
      mentioned.set(id, { role, id });
      return id;
    }
    if (Array.isArray(value)) return value.map((one) => shown(role, kind, one));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([part, one]) => [part, shown(role, kind, one)]));
  };
  const fields = Object.entries(changes).map(([field, value]) => {
    const kind = kindsByField[field];
    return [field, kind ? shown(field, kind, value) : value] as const;
  });
  return { changes: Object.fromEntries(fields), mentioned: [...mentioned.values()] };
}
