/** The point of the law a question falls under fixes its rule, in the edition in force when the notice was posted (art. 44 p. 2, art. 46 p. 1). */
import type { AgendaPoint } from './agenda-point.ts';
import { agendaPoints } from './agenda-points.ts';
import { dayNumber, moscowDay } from './moscow-day.ts';

export type { AgendaPoint } from './agenda-point.ts';

export function isInForce({ validFrom, validTo }: Pick<AgendaPoint, 'validFrom' | 'validTo'>, moment: number): boolean {
  const today = moscowDay(moment);
  return dayNumber(validFrom) <= today && (validTo === null || today < dayNumber(validTo));
}

export function inForce(code: string, moment: number): AgendaPoint | undefined {
  return agendaPoints.find((point) => point.code === code && isInForce(point, moment));
}

export function offeredAt(moment: number): readonly AgendaPoint[] {
  return agendaPoints.filter((point) => isInForce(point, moment));
}
