import { CompiledQuery, type ControlledTransaction } from 'kysely';
import type { World } from '../kernel/context.ts';
import { EventBus } from '../kernel/events.ts';

/**
 * Lends a world in which everything, commands too, happens in one transaction: kept together or not at all, however the
 * process ends. Nobody outside hears its events.
 */
export async function inOneTransaction<Answer>(
  world: World,
  listen: (events: EventBus) => void,
  work: (inside: World) => Promise<Answer>,
): Promise<Answer> {
  const outer = world.database.em();
  await outer.begin();
  try {
    const transaction = outer.getTransactionContext<ControlledTransaction<unknown>>();
    if (!transaction) throw new Error('no transaction');
    const events = new EventBus();
    listen(events);
    const answer = await work({
      ...world,
      events,
      database: {
        pool: world.database.pool,
        em: () => outer.fork({ clear: true, keepTransactionContext: true }),
        read: async <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
          (await transaction.executeQuery<Row>(CompiledQuery.raw(sql, [...parameters]))).rows.map(withDates),
      },
    });
    await outer.commit();
    return answer;
  } catch (error) {
    await outer.rollback();
    throw error;
  }
}

const moment = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/;

/** The connection of the entity manager leaves times as text, where reads give dates. */
function withDates<Row extends object>(row: Row): Row {
  const entries = Object.entries(row).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'string' && moment.test(value) ? new Date(value) : value,
  ]);
  return Object.fromEntries(entries) as Row;
}
