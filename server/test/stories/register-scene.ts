import { decodeId, encodeId } from '../../src/kernel/global-id.ts';
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

  /** An assembly of the house as the database has it, without an agenda. */
  async assembly(houseId: string, state: 'DRAFT' | 'ANNOUNCED' | 'VOTING'): Promise<string> {
    const now = this.app.clock.now();
    const [opensAt, closesAt] = state === 'VOTING' ? [new Date(now - 1000), new Date(now + 86_400_000)] : [null, null];
    const { rows } = await this.world.sql.query<{ id: string }>(
      `insert into assembly (id, house_id, form, legal_mode, state, title, annual, teller_ids, live_counts, time_zone, created_at,
         opens_at, closes_at, roll_version, common_unit)
       values (gen_random_uuid(), $1, 'SYSTEM', 'PAPER_BACKED', $2, 'Собрание', false, '{}', 'TURNOUT_ONLY', 'Europe/Moscow', $3,
         $4, $5, 1, 1) returning id`,
      [decodeId('House', houseId), state, new Date(now), opensAt, closesAt],
    );
    return encodeId('Assembly', rows[0]?.id ?? '');
  }

  async close(): Promise<void> {
    await this.world.close();
    await this.app.stop();
  }
}
