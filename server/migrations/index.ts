import { Migration20261122180000_initial } from './20261122180000-initial.ts';
import { Migration20261122180100_guards } from './20261122180100-guards.ts';

/** Every migration, oldest first. */
export const migrations = [Migration20261122180000_initial, Migration20261122180100_guards].map((migration) => ({
  name: migration.name.replace('Migration', ''),
  class: migration,
}));
