import type { TimeOrder } from '@veche/shared/operations';

export const journalList = {
  name: 'journal',
  filters: { who: 'ANY', what: 'ANY', object: 'ANY', since: 'ANY', until: 'ANY' },
  sorts: ['NEWEST', 'OLDEST'] as const satisfies TimeOrder[],
  columns: ['what', 'at', 'who', 'touched', 'changes', 'request'],
  hidden: ['request'],
} as const;

/** Days as a date field writes them; the last one is asked for whole. */
export function periodOf(since: string | undefined, until: string | undefined): { since?: string; until?: string } {
  const begin = dayOf(since);
  const end = dayOf(until);
  end?.setDate(end.getDate() + 1);
  return { ...(begin ? { since: begin.toISOString() } : {}), ...(end ? { until: end.toISOString() } : {}) };
}

function dayOf(written: string | undefined): Date | null {
  if (written === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(written)) return null;
  const day = new Date(`${written}T00:00:00`);
  return Number.isNaN(day.getTime()) ? null : day;
}
