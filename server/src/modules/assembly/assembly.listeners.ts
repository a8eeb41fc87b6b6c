import type { EventBus } from '../../kernel/events.ts';
import { provideFileReader } from '../files/index.ts';
import { provideHousesOfAssemblies } from '../registry/index.ts';
import { isVisible } from './find-assembly.ts';
import { correctAreaOnRoll, endOnRoll, recordOnRoll, transferOnRoll } from './roll/change-roll.ts';
import { keepImported } from './roll/keep-imported.ts';

// A grant on one assembly opens the register of its house for reading.
provideHousesOfAssemblies((assemblyIds) => `select house_id from assembly where id = any(${assemblyIds})`);

// Materials are read by whoever sees the assembly they are attached to.
provideFileReader(async (context, fileId) => {
  const materials = await context.database.read<{ assembly_id: string }>(
    'select assembly_id from material where file_id = $1',
    [fileId],
  );
  for (const { assembly_id: assemblyId } of materials) if (await isVisible(context, assemblyId)) return true;
  return false;
});

/** What the register tells becomes dated entries on every frozen roll, in the same transaction. */
export function listenToRegister(events: EventBus): void {
  events.within('OwnershipTransferred', transferOnRoll);
  events.within('OwnershipRecorded', recordOnRoll);
  events.within('OwnershipEnded', endOnRoll);
  events.within('AreaCorrected', correctAreaOnRoll);
  events.within('ImportUndone', keepImported);
}
