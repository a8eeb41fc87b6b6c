import type { EventBus } from '../../kernel/events.ts';
import { provideCountStep } from '../voting/index.ts';

// A repair moves the robust count: whoever follows the count is given a new state.
provideCountStep('(select count(*) from defect_repair r where r.assembly_id = a.id)');

/** Told to every process after the commit. */
export function tellOfRepairs(events: EventBus): void {
  events.after('DefectRepaired', ({ signals }, { assemblyId }) => {
    signals.tell('COUNT', assemblyId);
  });
}
