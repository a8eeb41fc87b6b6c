/** Refusals of a form as the server tells them, each with its path inside the input. */
export interface UserErrorAt {
  readonly code: string;
  readonly field?: readonly string[] | null;
  readonly message: string;
}

/** What stands against one field: `agenda.0.wording`. */
export function refusalAt(errors: readonly UserErrorAt[], path: string): string | null {
  return errors.find(({ field }) => field?.slice(1).join('.') === path)?.message ?? null;
}

/** What no field of these is to blame for. */
export function refusalsElsewhere(errors: readonly UserErrorAt[]): readonly UserErrorAt[] {
  return errors.filter(({ field }) => field == null || field.length < 2);
}
