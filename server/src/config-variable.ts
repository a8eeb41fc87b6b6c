import { readFileSync } from 'node:fs';
import { Unreadable, type Reader } from './config-readers.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Variable<T> {
  readonly name: string;
  readonly read: Reader<T>;
  /** The value when the variable is not set; `shown` is its wording in `docs/environment.md`. */
  readonly fallback: { readonly shown: string; readonly value: (already: Readonly<Record<string, unknown>>) => T };
  readonly sentence: string;
  /** A secret may also come from a file whose path is in `NAME_FILE`. */
  readonly secret: boolean;
}

export function variable<T>(name: string, read: Reader<T>, fallback: T, sentence: string): Variable<T> {
  return { name, read, fallback: { shown: String(fallback), value: () => fallback }, sentence, secret: false };
}

export function computed<T>(
  name: string,
  read: Reader<T>,
  shown: string,
  value: Variable<T>['fallback']['value'],
  sentence: string,
): Variable<T> {
  return { name, read, fallback: { shown, value }, sentence, secret: false };
}

export function secret(
  name: string,
  read: Reader<string>,
  shown: string,
  sentence: string,
): Variable<string | undefined> {
  return { name, read, fallback: { shown, value: () => undefined }, sentence, secret: true };
}

/** What the environment says about one variable; an empty text is as good as nothing. */
export function given(entry: Variable<unknown>, environment: Environment): string | undefined {
  const direct = environment[entry.name] || undefined;
  const path = entry.secret ? environment[`${entry.name}_FILE`] || undefined : undefined;
  if (path === undefined) return direct;
  if (direct !== undefined) throw new Unreadable(`and ${entry.name}_FILE are both set: keep one`);
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw new Unreadable(`cannot be read: ${entry.name}_FILE names ${path}`);
  }
}
