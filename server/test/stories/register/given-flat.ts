import { beforeAll, beforeEach } from 'vitest';
import type { ChangingRegister } from './changing-register.ts';

/** Three people, and for each test a flat that nobody owns yet. */
export interface GivenFlat {
  flat: string;
  ivanov: string;
  petrov: string;
  sidorov: string;
}

export function givenFlat(scene: ChangingRegister): GivenFlat {
  const given = { flat: '', ivanov: '', petrov: '', sidorov: '' };
  beforeAll(async () => {
    given.ivanov = await scene.world.person('Иванов');
    given.petrov = await scene.world.person('Петров');
    given.sidorov = await scene.world.person('Сидоров');
  });
  beforeEach(async () => {
    given.flat = await scene.world.premises(await scene.world.house(), '70.10');
  });
  return given;
}
