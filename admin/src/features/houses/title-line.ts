interface Title {
  readonly kind: string;
  readonly number?: string | null;
  readonly date?: string | null;
}

/** The title document in one line. */
export function titleLine({ kind, number, date }: Title, locale: string): string {
  const day = date == null ? null : new Date(`${date}T00:00:00Z`).toLocaleDateString(locale, { timeZone: 'UTC' });
  return [kind, number == null ? null : `№ ${number}`, day].filter(Boolean).join(', ');
}
