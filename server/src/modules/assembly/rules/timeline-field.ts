/** Where the date stands that the law has something against. */
import type { TimelineRefusal } from './timeline.ts';

const fields: Partial<Record<TimelineRefusal['code'], string>> = {
  HANDED_TO_ADMINISTRATOR_TOO_LATE: 'handedToAdministratorAt',
  NOTICE_TOO_LATE: 'opensAt',
  PAPER_LIMIT_INVALID: 'paperAcceptedUntil',
};

export function timelineField(code: TimelineRefusal['code']): readonly string[] {
  return ['input', fields[code] ?? 'closesAt'];
}
