import { deepEqual } from 'node:assert/strict';
import { refusals } from '../../register-world.ts';
import { RegisterScene } from '../register-scene.ts';

export const title = { kind: 'ЕГРН', number: '77:01-01/2026-1', date: '2026-01-20' };
export const unknownPerson = 'PE_AAAAAAAAAAAAAAAAAAAAAA';

export interface Owned {
  readonly id: string;
  readonly share: string;
  readonly joint: boolean;
  readonly since: string;
  readonly until: string | null;
  readonly previousId: string | null;
  readonly holders: readonly { readonly familyName: string }[];
}
export const ownedFields = 'id share joint since until previousId holders { familyName }';

export function spoken(ownerships: readonly Owned[]): string[] {
  return ownerships
    .map(({ share, holders }) => `${holders.map((one) => one.familyName).join(' и ')} ${share}`)
    .toSorted();
}

/** A register that its administrator changes. */
export class ChangingRegister extends RegisterScene {
  /** Gives the refusals, and makes sure that a refused call wrote nothing at all. */
  async refused(mutation: string, input: Record<string, unknown>, token = this.world.admin): Promise<string[]> {
    const written = async (): Promise<unknown> => {
      const tables = ['house', 'premises', 'premises_area', 'ownership', 'ownership_holder', 'guardianship', 'journal'];
      const states = tables.map(
        (table) => `(select count(*) || coalesce(md5(string_agg(t::text, '' order by t::text)), '') from ${table} t)`,
      );
      const { rows } = await this.world.sql.query(`select ${states.join(', ')}`);
      return rows;
    };
    const before = await written();
    const answer = await this.change(mutation, input, '__typename', token);
    deepEqual(await written(), before);
    return refusals(answer);
  }

  async owners(premisesId: string, at: string | null = null, history = false): Promise<Owned[]> {
    const answer = await this.app.ask<{ premises: { ownerships: Owned[] } }>(
      this.world.admin,
      `query ($id: ID!, $at: DateTime, $history: Boolean!) { premises(id: $id) { ownerships(at: $at, history: $history) {
         ${ownedFields} } } }`,
      { id: premisesId, at, history },
    );
    return answer.premises.ownerships;
  }

  /** What the newest row of a thing's history says of it. */
  async lastChange(objectId: string): Promise<unknown> {
    const { history } = await this.app.ask<{ history: { nodes: readonly { command: string; changes: string }[] } }>(
      this.world.admin,
      'query ($objectId: ID!) { history(first: 1, objectId: $objectId) { nodes { command changes } } }',
      { objectId },
    );
    return history.nodes.map(({ command, changes }) => [command, JSON.parse(changes)] as const)[0];
  }

  now(): string {
    return new Date(this.app.clock.now()).toISOString();
  }
}
