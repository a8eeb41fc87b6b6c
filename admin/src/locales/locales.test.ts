import { describe, expect, test } from 'vitest';
import { en, ru } from './words.ts';

const sources = Object.values(
  import.meta.glob<string>(['../**/*.{vue,ts}', '!../**/*.test.ts'], { query: '?raw', import: 'default', eager: true }),
).join('\n');

function keysOf(words: object, before = ''): string[] {
  return Object.entries(words).flatMap(([name, value]) =>
    typeof value === 'object' ? keysOf(value as object, `${before}${name}.`) : [`${before}${name}`],
  );
}

/** `t('a.b')` and the keys in routes; `t(`a.${x}`)` uses everything that fits. */
const named = new Set([...sources.matchAll(/'([a-zA-Z\d.]+)'/g)].map(([, key]) => key));
const patterns = [...sources.matchAll(/`([a-zA-Z]+\.[^`]*\$\{[^`]*)`/g)].map(
  ([, key = '']) => new RegExp(`^${key.replaceAll('.', String.raw`\.`).replaceAll(/\$\{.*?\}/g, '[^.]+')}$`),
);

describe('the words of both languages', () => {
  test('have the same keys', () => {
    expect(keysOf(en)).toEqual(keysOf(ru));
  });

  test('are all used', () => {
    expect(keysOf(ru).filter((key) => !named.has(key) && !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
  });

  test('are all there', () => {
    const asked = [...sources.matchAll(/\bt\(\s*'([a-zA-Z\d.]+)'/g)].map(([, key = '']) => key);
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((key) => !keysOf(ru).includes(key))).toEqual([]);
  });
});
