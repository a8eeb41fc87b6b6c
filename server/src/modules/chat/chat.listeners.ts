import type { EventBus } from '../../kernel/events.ts';

/** A chat that moved, told to every process after the commit. */
export function tellOfChat(events: EventBus): void {
  events.after('ChatChanged', ({ signals }, { assemblyId }) => {
    signals.tell('CHAT', assemblyId);
  });
}
