import { afterAll, beforeAll } from 'vitest';
import { startTestApp, type TestApp } from '../harness.ts';
import { change, registerWorld, type RegisterWorld } from '../register-world.ts';

/** What the rooms of one story share: a server and a register on it. */
export class RegisterScene {
  app: TestApp;
  world: RegisterWorld;

  async open(): Promise<void> {
    this.app = await startTestApp();
    this.world = await registerWorld(this.app);
  }

  /** A change by the administrator of the platform, unless told whose token. */
  async change<Answer>(mutation: string, input: Record<string, unknown>, selection: string, token = this.world.admin) {
    return change<Answer>(this.app, token, mutation, input, selection);
  }

  async close(): Promise<void> {
    await this.world.close();
    await this.app.stop();
  }
}

/** Opens it before the first test of the file and closes it after the last: a room costs no world of its own. */
export function standing<Scene extends RegisterScene>(scene: Scene): Scene {
  beforeAll(async () => scene.open());
  afterAll(async () => scene.close());
  return scene;
}
