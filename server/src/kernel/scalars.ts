import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { Fraction } from './fraction.ts';

function text(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new GraphQLError(`${name} is written as a string`);
  return value;
}

function scalar<Inner>(options: {
  name: string;
  description: string;
  parse: (text: string) => Inner;
  print: (value: unknown) => string;
}): GraphQLScalarType<Inner, string> {
  const { name, description, parse, print } = options;
  return new GraphQLScalarType<Inner, string>({
    name,
    description,
    serialize: print,
    parseValue: (value) => parse(text(value, name)),
    parseLiteral: (node) => {
      if (node.kind !== Kind.STRING) throw new GraphQLError(`${name} is written as a string`, { nodes: node });
      return parse(node.value);
    },
  });
}

export const FractionScalar = scalar<Fraction>({
  name: 'Fraction',
  description: 'An exact rational number: `"355/2"`, `"62"`; decimals such as `"10.05"` are accepted as input.',
  parse: (value) => {
    if (value.length > 200) throw new GraphQLError('Fraction: too long');
    try {
      return Fraction.parse(value);
    } catch {
      throw new GraphQLError('Fraction: write an integer, a decimal or a fraction such as "355/2"');
    }
  },
  print: (value) => String(value),
});

export const MomentScalar = scalar<Date>({
  name: 'DateTime',
  description:
    'A moment with its zone (RFC 3339, milliseconds at the finest): `"2026-04-12T10:00:00+03:00"`. Answers are in UTC.',
  parse: (value) => {
    const whole = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(value);
    const moment = new Date(value);
    if (!whole || Number.isNaN(moment.getTime())) {
      throw new GraphQLError('DateTime: write a moment with its zone, such as "2026-04-12T10:00:00+03:00"');
    }
    return moment;
  },
  print: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
});

/** A day without a time, `YYYY-MM-DD`; kept as text. */
export const LocalDateScalar = scalar<string>({
  name: 'LocalDate',
  description: 'A day of the calendar without a time: `"2026-04-12"`.',
  parse: (value) => {
    const moment = new Date(`${value}T00:00:00Z`);
    if (
      !/^\d{4}-\d{2}-\d{2}$/.test(value) ||
      Number.isNaN(moment.getTime()) ||
      moment.toISOString().slice(0, 10) !== value
    ) {
      throw new GraphQLError('LocalDate: write a day that exists, such as "2026-04-12"');
    }
    return value;
  },
  print: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)),
});

/** Square metres with at most two decimals, kept as hundredths. */
export const AreaScalar = scalar<bigint>({
  name: 'Area',
  description: 'Square metres with at most two decimals: `"54.30"`.',
  parse: (value) => {
    const found = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(value);
    if (!found) throw new GraphQLError('Area: write square metres with at most two decimals, such as "54.30"');
    return BigInt(found[1] ?? '0') * 100n + BigInt((found[2] ?? '').padEnd(2, '0'));
  },
  print: (value) => {
    const hundredths = BigInt(String(value));
    return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
  },
});
