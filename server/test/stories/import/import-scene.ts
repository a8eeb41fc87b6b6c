import { decodeId } from '../../../src/kernel/global-id.ts';
import { importsOf, type Imports } from '../../import-world.ts';
import { RegisterScene } from '../register-scene.ts';

export class ImportScene extends RegisterScene {
  imports: Imports;

  override async open(): Promise<void> {
    await super.open();
    this.imports = importsOf(this.app, this.world.admin);
  }

  async tables(houseId: string): Promise<Record<string, string>> {
    const uuid = decodeId('House', houseId);
    const ownerships = `ownership o join premises p on p.id = o.premises_id where p.house_id = '${uuid}' and o.withdrawn_at is null`;
    const { rows } = await this.world.sql.query<Record<string, string>>(
      `select (select count(*) from premises where house_id = '${uuid}' and withdrawn_at is null) as premises,
         (select count(*) from ${ownerships}) as ownerships,
         (select count(distinct oh.person_id) from ownership_holder oh where oh.ownership_id in (select o.id from ${ownerships})) as owners`,
    );
    return rows[0] ?? {};
  }

  /** Everything that an import could change, in one number. */
  async wholeRegister(): Promise<unknown> {
    const names = ['house', 'person', 'premises', 'premises_area', 'ownership', 'ownership_holder', 'guardianship'];
    const sums = names.map(
      (name) => `(select md5(coalesce(string_agg(t::text, '' order by t::text), '')) from ${name} t) as ${name}`,
    );
    const { rows } = await this.world.sql.query(`select ${sums.join(', ')}`);
    return rows[0];
  }

  async house(): Promise<string> {
    return this.world.house({ street: 'ул. Загрузочная' });
  }
}
