export interface Look {
  readonly id: string;
  readonly at: string;
  readonly by: string | null;
  readonly throughApp: boolean;
  readonly reason: string;
  readonly fields: readonly string[];
}

interface LookRow {
  readonly id: string;
  readonly at: string;
  readonly by?: string | null;
  readonly accessTokenId?: string | null;
  readonly changes?: string | null;
}

/** A recorded look, from its row of the journal. */
export function readLook({ id, at, by = null, accessTokenId, changes }: LookRow): Look {
  const told = JSON.parse(changes ?? '{}') as { readonly reason?: unknown; readonly fields?: unknown };
  return {
    id,
    at,
    by,
    throughApp: accessTokenId != null,
    reason: typeof told.reason === 'string' ? told.reason : '',
    fields: Array.isArray(told.fields) ? told.fields.filter((field) => typeof field === 'string') : [],
  };
}
