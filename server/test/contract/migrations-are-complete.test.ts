import { readdirSync, readFileSync } from 'node:fs';
import { defineEntity, p } from '@mikro-orm/core';
import { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { migrations } from '../../migrations/index.ts';
import { ormOptions } from '../../src/adapters/database/orm.ts';
import { entities } from '../../src/modules.ts';
import { freshDatabase } from '../fresh-database.ts';

/** Tables beside the entities stay: attempts to sign in, the migrations themselves. */
const comparison = { wrap: false, dropTables: false };
const folder = new URL('../../migrations/', import.meta.url);
const files = readdirSync(folder).filter((name) => /^\d.*\.ts$/.test(name));

describe('the migrations', () => {
  it('are all listed, in the order of their time', () => {
    const named = files.map((file) => file.replace('.ts', '').replaceAll('-', '_'));
    expect(migrations.map(({ name }) => name)).toEqual(named.toSorted((a, b) => (a < b ? -1 : 1)));
    expect(new Set(named.map((name) => name.slice(0, 14))).size).toBe(named.length);
  });

  it('carry the name of their file, which the database remembers', () => {
    const names = migrations.map(({ class: migration }) => migration.name.replace('Migration', ''));
    expect(names).toEqual(migrations.map(({ name }) => name));
    for (const file of files) {
      const own = /class Migration(\w+) /.exec(readFileSync(new URL(file, folder), 'utf8'))?.[1];
      expect(own).toBe(file.replace('.ts', '').replaceAll('-', '_'));
    }
  });
});

describe('the entities', () => {
  let orm: MikroORM;
  let database: Awaited<ReturnType<typeof freshDatabase>>;

  beforeAll(async () => {
    database = await freshDatabase(inject('postgres').superuserUrl);
    orm = await MikroORM.init(ormOptions(database.url, entities, folder.pathname));
  });
  afterAll(async () => {
    await orm.close(true);
    await database.drop();
  });

  it('would be missed if nobody had migrated them', async () => {
    const Forgotten = defineEntity({
      name: 'Forgotten',
      tableName: 'forgotten',
      properties: { id: p.uuid().primary() },
    });
    const more = await MikroORM.init(ormOptions(database.url, [...entities, Forgotten], folder.pathname));
    try {
      expect(await more.migrator.checkSchema()).toBe(true);
      expect(await more.schema.getUpdateSchemaSQL(comparison)).toContain('create table "forgotten"');
    } finally {
      await more.close(true);
    }
  });

  it('are those of the committed snapshot', async () => {
    expect(await orm.migrator.checkSchema()).toBe(false);
  });

  it('are what a migrated database has', async () => {
    const update = await orm.schema.getUpdateSchemaSQL(comparison);
    // The triggers that guard the journal, the ballots and the results are written by hand.
    const beyondTriggers = update.split('\n').filter((line) => !/^(drop (trigger|function) .*|\s*)$/.test(line));
    expect(beyondTriggers).toEqual([]);
  });
});
