/** The fields that became something else, with what they were: what the journal keeps of an amendment. */
export function changedFields<Columns extends object>(
  before: { readonly [Name in keyof Columns]?: unknown },
  after: Columns,
): Readonly<Record<string, { readonly before: unknown; readonly after: unknown }>> {
  const pairs = Object.entries(after).map(
    ([name, value]) =>
      [name, { before: before[name as keyof Columns] ?? null, after: (value as unknown) ?? null }] as const,
  );
  return Object.fromEntries(pairs.filter(([, pair]) => JSON.stringify(pair.before) !== JSON.stringify(pair.after)));
}
