import type { Read } from '../kernel/database.ts';
import { writeJournal, writeRows, type JournalLine } from './write-rows.ts';

/** The tables of a register in the order in which one needs the other, with the types of the columns the demo fills. */
const tables = {
  person: {
    id: 'uuid',
    kind: 'text',
    family_name: 'text',
    given_name: 'text',
    patronymic: 'text',
    body_name: 'text',
    ogrn: 'text',
    head_id: 'uuid',
    details_sealed: 'bytea',
    comes_of_age_on: 'date',
    created_at: 'timestamptz',
  },
  premises: {
    id: 'uuid',
    house_id: 'uuid',
    kind: 'text',
    number: 'text',
    number_key: 'text',
    entrance: 'int',
    floor: 'int',
    area_hundredths: 'bigint',
    created_at: 'timestamptz',
  },
  premises_area: {
    id: 'uuid',
    premises_id: 'uuid',
    area_hundredths: 'bigint',
    since: 'timestamptz',
    document: 'text',
    recorded_by: 'uuid',
  },
  ownership: {
    id: 'uuid',
    premises_id: 'uuid',
    share_numerator: 'bigint',
    share_denominator: 'bigint',
    joint: 'boolean',
    title_kind: 'text',
    title_number: 'text',
    title_date: 'date',
    since: 'timestamptz',
  },
  ownership_holder: { ownership_id: 'uuid', person_id: 'uuid' },
  guardianship: { id: 'uuid', child_id: 'uuid', parent_id: 'uuid', document: 'text', since: 'timestamptz' },
} as const;
type Tables = typeof tables;
type RowOf<Table extends keyof Tables> = Readonly<Record<keyof Tables[Table], unknown>>;

/** Gathers what is to be entered, and writes it table by table. */
export class RegisterRows {
  readonly #rows = new Map<keyof Tables, Readonly<Record<string, unknown>>[]>();
  readonly #journal: JournalLine[] = [];

  add<Table extends keyof Tables>(table: Table, row: RowOf<Table>): void {
    const rows = this.#rows.get(table);
    if (rows) rows.push(row);
    else this.#rows.set(table, [row]);
  }

  /** How many commands this stands for. */
  get told(): number {
    return this.#journal.length;
  }

  tell(line: JournalLine): void {
    this.#journal.push(line);
  }

  async write(read: Read): Promise<void> {
    for (const [table, columns] of Object.entries(tables)) {
      await writeRows<string>(read, table, columns, this.#rows.get(table as keyof Tables) ?? []);
    }
    await writeJournal(read, this.#journal);
  }
}
