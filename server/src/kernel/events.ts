import type { Context, World } from './context.ts';
import type { Unit } from './transaction.ts';

/** What happened, in the past tense; modules extend this map with their own events (`declare module`). */
export interface EventMap {}

export type EventName = keyof EventMap;
export type DomainEvent = { [Name in EventName]: { readonly name: Name } & Readonly<EventMap[Name]> }[EventName];
export type EventNamed<Name extends EventName> = { readonly name: Name } & Readonly<EventMap[Name]>;

type Within<Name extends EventName> = (context: Context, unit: Unit, event: EventNamed<Name>) => Promise<void>;
type After<Name extends EventName> = (world: World, event: EventNamed<Name>) => void;

/**
 * Two kinds of listener, named by when they run: `within` the command's transaction (its failure undoes the command),
 * and `after` the commit (nobody hears of what was rolled back).
 */
export class EventBus {
  readonly #within = new Map<string, Within<never>[]>();
  readonly #after = new Map<string, After<never>[]>();

  within<Name extends EventName>(name: Name, listener: Within<Name>): void {
    this.#within.set(name, [...(this.#within.get(name) ?? []), listener]);
  }

  after<Name extends EventName>(name: Name, listener: After<Name>): () => void {
    const wrapped = listener as After<never>;
    this.#after.set(name, [...(this.#after.get(name) ?? []), wrapped]);
    return () => {
      this.#after.set(
        name,
        (this.#after.get(name) ?? []).filter((known) => known !== wrapped),
      );
    };
  }

  async runWithin(context: Context, unit: Unit, event: DomainEvent): Promise<void> {
    for (const listener of this.#within.get(event.name) ?? []) await listener(context, unit, event as never);
  }

  publish(world: World, event: DomainEvent): void {
    for (const listener of this.#after.get(event.name) ?? []) {
      try {
        listener(world, event as never);
      } catch (error) {
        world.log.error({ err: error, event: event.name }, 'a listener failed after the commit');
      }
    }
  }
}
