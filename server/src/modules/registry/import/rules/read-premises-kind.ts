/** What is counted: flats, other rooms, parking places and store-rooms. Common property belongs to no register of owners (art. 36). */
import { premisesKinds, type PremisesKind } from '../../rules/premises-kinds.ts';
import type { Cell } from './cell.ts';
import { read, refuse, type Reading } from './row-error.ts';

const words: readonly (readonly [RegExp, PremisesKind])[] = [
  [/^(не ?жил|офис|магазин|апартамент|non.?residential|shop|office)/, 'NON_RESIDENTIAL'],
  [/^(машино.?мест|м\/м|паркинг|парков|гараж|parking)/, 'PARKING'],
  [/^(кладов|store.?room|storage)/, 'STOREROOM'],
  // A room in a communal flat counts by its own area (art. 42).
  [/^(квартир|кв\.?$|жил|комнат|flat$|residential|room$)/, 'FLAT'],
];

export function readPremisesKind(cell: Cell): Reading<PremisesKind> {
  const text = cell.text.toLowerCase().replaceAll('ё', 'е').trim();
  if (/^(общ\S* имуществ|мест\S* общ|моп$|common)/.test(text)) return refuse('COMMON_PROPERTY');
  const exact = premisesKinds.find((kind) => kind === cell.text);
  const kind = exact ?? words.find(([pattern]) => pattern.test(text))?.[1];
  return kind === undefined ? refuse('PREMISES_KIND_UNKNOWN') : read(kind);
}
