const browsers: readonly (readonly [RegExp, string])[] = [
  [/YaBrowser\//, 'Yandex Browser'],
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** What a person calls the browser that calls itself so. */
export function browserName(userAgent: string | null | undefined): string | null {
  if (userAgent == null) return null;
  const named = (list: typeof browsers): string | undefined => list.find(([sign]) => sign.test(userAgent))?.[1];
  const found = [named(browsers), named(systems)].filter((name) => name !== undefined);
  return found.length > 0 ? found.join(', ') : userAgent.slice(0, 60);
}
