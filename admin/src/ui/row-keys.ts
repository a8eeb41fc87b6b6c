/** Arrow up and down walk the rows of a table, Home and End reach the first and the last; Enter follows the link that has the focus. */
export function moveBetweenRows(event: KeyboardEvent): void {
  const row = event.target instanceof Element ? event.target.closest('tr') : null;
  const rows = [...(row?.parentElement?.children ?? [])];
  const at = row ? rows.indexOf(row) : -1;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  const next = to === undefined ? undefined : rows[to];
  if (at === -1 || next === undefined || isWriting(event.target)) return;
  event.preventDefault();
  const target = next.querySelector<HTMLElement>('a.row-link') ?? (next as HTMLElement);
  target.focus();
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type !== 'checkbox');
}
