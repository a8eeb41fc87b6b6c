import { join } from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';
import { ormOptions } from '../src/adapters/database/orm.ts';
import { entities } from '../src/modules.ts';

/** Writes the migration between the committed snapshot and the entities: `create-migration.ts DATABASE_URL NAME`. */
const [url = '', name = 'change'] = process.argv.slice(2);
const orm = await MikroORM.init({
  ...ormOptions(url, entities, join(import.meta.dirname, '../migrations')),
});
const created = await orm.migrator.create(undefined, false, false, name);
console.log(created.fileName === '' ? 'nothing changed' : created.fileName);
await orm.close(true);
