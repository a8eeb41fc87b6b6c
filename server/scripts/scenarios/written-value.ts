/** The file is not what it should be; the message says where and why. */
export class BadScenario extends Error {
  override readonly name = 'BadScenario';
}

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
const amount = /^\d+(\.\d+|\/0*[1-9]\d*)?$/;

/** A value of a scenario file with its place in it. Whatever is not as described is refused by its place, never guessed. */
export class Written {
  readonly #value: unknown;
  readonly #place: string;
  readonly #asked = new Set<string>();

  constructor(value: unknown, place: string) {
    this.#value = value;
    this.#place = place;
  }

  get isLeftOut(): boolean {
    return this.#value === undefined;
  }

  wrong(why: string): BadScenario {
    return new BadScenario(`${this.#place === '' ? 'the file' : this.#place}: ${why}`);
  }

  field(name: string): Written {
    if (typeof this.#value !== 'object' || this.#value === null || Array.isArray(this.#value)) {
      throw this.wrong('an object is needed');
    }
    this.#asked.add(name);
    const place = this.#place === '' ? name : `${this.#place}.${name}`;
    return new Written((this.#value as Readonly<Record<string, unknown>>)[name], place);
  }

  /** A misspelt field would be passed over in silence, and what it says never tried. */
  allFieldsRead(): void {
    const unknown = Object.keys(this.#value as object).find((name) => !this.#asked.has(name));
    if (unknown !== undefined) throw this.wrong(`it has no field "${unknown}"`);
  }

  list(): Written[] {
    if (!Array.isArray(this.#value)) throw this.wrong('a list is needed');
    return this.#value.map((each, at) => new Written(each, `${this.#place}[${String(at)}]`));
  }

  /** One value, or a list of them. */
  oneOrMore(): Written[] {
    return Array.isArray(this.#value) ? this.list() : [this];
  }

  optional<Value>(read: (written: Written) => Value): Value | null {
    return this.isLeftOut ? null : read(this);
  }

  nullable<Value>(read: (written: Written) => Value): Value | null {
    return this.#value === null ? null : read(this);
  }

  text(): string {
    if (typeof this.#value !== 'string' || this.#value.trim() === '') throw this.wrong('a text is needed');
    return this.#value;
  }

  /** A text that names something the file has. */
  among(known: ReadonlySet<string>): string {
    const text = this.text();
    if (!known.has(text)) throw this.wrong(`"${text}" is not known there`);
    return text;
  }

  flag(): boolean {
    if (typeof this.#value !== 'boolean') throw this.wrong('true or false is needed');
    return this.#value;
  }

  whole(): number {
    if (!Number.isInteger(this.#value)) throw this.wrong('a whole number is needed');
    return Number(this.#value);
  }

  oneOf<const Value extends string>(values: readonly Value[]): Value {
    const found = values.find((value) => value === this.#value);
    if (found === undefined) throw this.wrong(`${JSON.stringify(this.#value)} is none of ${values.join(', ')}`);
    return found;
  }

  moment(): string {
    const text = this.text();
    if (!moment.test(text) || Number.isNaN(Date.parse(text))) throw this.wrong('a moment with its zone is needed');
    return text;
  }

  day(): string {
    const text = this.text();
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) throw this.wrong('a day is needed');
    return text;
  }

  momentOrDay(): string {
    return /^\d{4}-\d{2}-\d{2}$/.test(this.text()) ? `${this.day()}T00:00:00+03:00` : this.moment();
  }

  amount(): string {
    const text = this.text();
    if (!amount.test(text)) throw this.wrong('an integer, a decimal or a fraction is needed, as text');
    return text;
  }
}
