import { describe, expect, test } from 'vitest';
import { turnoutCurve, turnoutForecast, type CurvePoint } from './turnout-curve.ts';

const units = (points: readonly CurvePoint[]): number[] => points.map((point) => Number(point.units));

describe('the curve of the turnout', () => {
  test('rises from nothing at the opening, and stays where nobody came', () => {
    const received = [
      { step: 0, units: 5n },
      { step: 2, units: 7n },
      { step: 2, units: 1n },
    ];
    expect(units(turnoutCurve(received, 4))).toEqual([0, 5, 5, 13, 13]);
  });

  test('has one point when voting has only just opened', () => {
    expect(turnoutCurve([{ step: 0, units: 5n }], 0)).toEqual([{ step: 0, units: 0n }]);
  });
});

describe('the forecast', () => {
  const steady = turnoutCurve(
    Array.from({ length: 10 }, (_, step) => ({ step, units: 30n })),
    10,
  );

  test('begins at the last point, ends at the end, never falls and never passes the house', () => {
    const forecast = turnoutForecast(steady, 1000n, 40);
    expect(forecast[0]).toEqual(steady.at(-1));
    expect(forecast.at(-1)?.step).toBe(40);
    const sums = units(forecast);
    expect(sums.every((sum, at) => at === 0 || sum >= (sums[at - 1] ?? 0))).toBe(true);
    expect(sums.at(-1)).toBeGreaterThan(600);
    expect(sums.at(-1)).toBeLessThan(1000);
  });

  test('slows down as fewer are left', () => {
    const sums = units(turnoutForecast(steady, 1000n, 40));
    expect((sums[1] ?? 0) - (sums[0] ?? 0)).toBeGreaterThan((sums[30] ?? 0) - (sums[29] ?? 0));
  });

  test('stays level when nobody came of late', () => {
    const silent = turnoutCurve([{ step: 0, units: 300n }], 30);
    expect(new Set(units(turnoutForecast(silent, 1000n, 40)))).toEqual(new Set([300]));
  });

  test.each([
    ['too little is known', turnoutCurve([], 3), 1000n, 40],
    ['the end has come', steady, 1000n, 10],
    ['everybody voted long ago', turnoutCurve([{ step: 0, units: 1000n }], 30), 1000n, 40],
  ] as const)('is none when %s', (_why, points, total, end) => {
    expect(turnoutForecast(points, total, end)).toEqual([]);
  });
});
