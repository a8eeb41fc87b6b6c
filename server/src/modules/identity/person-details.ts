import type { Context } from '../../kernel/context.ts';
import type { Secrets } from '../../kernel/ports.ts';

/** What identifies or reaches a person: kept sealed, shown only by a recorded look. */
export interface PersonDetails {
  /** Eleven digits. */
  readonly snils?: string | null;
  /** Series, number, when and by whom it was issued, as written. */
  readonly passport?: string | null;
  /** YYYY-MM-DD */
  readonly birthDate?: string | null;
  /** E.164 */
  readonly phones?: readonly string[];
  readonly emails?: readonly string[];
}

/** Bound to the person's id: sealed details moved to another row do not open. */
export function sealDetails(secrets: Secrets, personId: string, details: PersonDetails): Buffer | null {
  const kept: PersonDetails = {
    ...(details.snils == null ? {} : { snils: details.snils }),
    ...(details.passport == null ? {} : { passport: details.passport }),
    ...(details.birthDate == null ? {} : { birthDate: details.birthDate }),
    ...(details.phones && details.phones.length > 0 ? { phones: details.phones } : {}),
    ...(details.emails && details.emails.length > 0 ? { emails: details.emails } : {}),
  };
  return Object.keys(kept).length === 0 ? null : secrets.seal(JSON.stringify(kept), `person:${personId}`);
}

export function openDetails(secrets: Secrets, personId: string, sealed: Uint8Array | null | undefined): PersonDetails {
  if (!sealed) return {};
  return JSON.parse(secrets.open(Buffer.from(sealed), `person:${personId}`)) as PersonDetails;
}

/** Finds the same person again without the number being stored readable. Takes the eleven digits of `readSnils`. */
export function snilsHash(secrets: Secrets, snils: string): Buffer {
  return secrets.hash('snils', snils);
}

/** The day of the calendar in Moscow, YYYY-MM-DD. */
export function moscowToday(context: Pick<Context, 'clock'>): string {
  return Temporal.Instant.fromEpochMilliseconds(context.clock.now())
    .toZonedDateTimeISO('Europe/Moscow')
    .toPlainDate()
    .toString();
}
