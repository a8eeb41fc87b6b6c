/** SQL for what imports later than `$1` changed and gave back again: by how many versions that moved each thing. */
export function undoneSince(column: 'place_id' | 'person_id', remembered: string, steps: string): string {
  return `select u.${column} as id, ${steps} as steps from import_job later
      join import_job i on i.id = $1 and later.id <> i.id and later.committed_at >= i.committed_at
      join import_row u on u.import_id = later.id
    where later.state = 'UNDONE' and u.before ? '${remembered}' group by u.${column}`;
}
