import { afterAll, beforeAll } from 'vitest';

/** What the rooms of one story share. */
interface Scene {
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Opens it before the first test of the file and closes it after the last: a room costs no world of its own. */
export function standing<Of extends Scene>(scene: Of): Of {
  beforeAll(async () => scene.open());
  afterAll(async () => scene.close());
  return scene;
}
