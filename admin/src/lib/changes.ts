import type { Change } from './history.ts';

function written(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((one) => written(one) ?? '').join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isPair(value: unknown): value is { readonly before: unknown; readonly after: unknown } {
  return typeof value === 'object' && value !== null && 'before' in value && 'after' in value;
}

/** The changes of a journal row, field by field: `{ name: { before, after } }` where both are known, else only what it became. */
export function readChanges(json: string | null | undefined): readonly Change[] {
  if (json == null) return [];
  const changes = JSON.parse(json) as unknown;
  if (typeof changes !== 'object' || changes === null) return [];
  return Object.entries(changes).map(([field, value]) =>
    isPair(value)
      ? { field, before: written(value.before), after: written(value.after) }
      : { field, before: null, after: written(value) },
  );
}
