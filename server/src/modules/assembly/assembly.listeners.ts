import type { EventBus } from '../../kernel/events.ts';
import { correctAreaOnRoll, endOnRoll, recordOnRoll, transferOnRoll } from './roll/change-roll.ts';

/** What the register tells becomes dated entries on every frozen roll, in the same transaction. */
export function listenToRegister(events: EventBus): void {
  events.within('OwnershipTransferred', transferOnRoll);
  events.within('OwnershipRecorded', recordOnRoll);
  events.within('OwnershipEnded', endOnRoll);
  events.within('AreaCorrected', correctAreaOnRoll);
}
