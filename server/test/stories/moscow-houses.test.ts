import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../harness.ts';
import { importsOf, type ImportJob, type Imports } from '../import-world.ts';
import { registerWorld, type RegisterWorld } from '../register-world.ts';

/** Real houses that nobody here made; they lie beside the repository, or not at all. */
const file = join(import.meta.dirname, '../../../../shared/data/moscow-houses.xlsx');

describe.runIf(existsSync(file))('58 640 real houses', () => {
  let app: TestApp;
  let world: RegisterWorld;
  let imports: Imports;
  let rehearsed: ImportJob;

  beforeAll(async () => {
    app = await startTestApp();
    world = await registerWorld(app);
    imports = importsOf(app, world.admin);
    rehearsed = await imports.rehearsed(readFileSync(file), { kind: 'HOUSES' }, undefined, 'moscow-houses.xlsx');
  });
  afterAll(async () => {
    await world.close();
    await app.stop();
  });

  it('are counted to the last row, and each row left out is named with its reason', async () => {
    expect(rehearsed).toMatchObject({ state: 'REHEARSED', hasHeader: false, rowsTotal: 58_640, failure: null });
    const { counts } = rehearsed;
    expect(counts?.rows).toBe(58_640);
    expect((counts?.new ?? 0) + (counts?.refused ?? 0)).toBe(58_640);
    expect(counts).toMatchObject({ same: 0, changed: 0 });
    const errors = await imports.rowErrors(rehearsed.id);
    expect(new Set(errors.map(({ rowNumber }) => rowNumber)).size).toBe(counts?.refused);
    const byCode = Object.fromEntries(
      [...Map.groupBy(errors, ({ code }) => code)].map(([code, found]) => [code, found.length] as const),
    );
    process.stdout.write(`${JSON.stringify({ ...counts, reasons: byCode })}\n`);
    expect(errors).toContainEqual(expect.objectContaining({ rowNumber: 52_244, code: 'HEADING_REPEATED' }));
    expect(errors).toContainEqual(
      expect.objectContaining({
        rowNumber: 40,
        code: 'SAME_ADDRESS',
        message: 'Repeats row 39: the same address. That row enters the house, this one is not needed.',
      }),
    );
    expect(errors).toContainEqual(
      expect.objectContaining({ rowNumber: 5014, code: 'HOUSE_NUMBER_MISSING', value: 'Б/Н' }),
    );
  });
});
