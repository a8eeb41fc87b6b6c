/** How one variable's text becomes a value. A reader throws `Unreadable` with the end of the sentence "NAME …". */
export class Unreadable extends Error {}

export type Reader<T> = (text: string) => T;

export const text: Reader<string> = (value) => value;

export const port: Reader<number> = (value) => {
  const number = Number(value);
  if (!/^\d{1,5}$/.test(value) || number > 65_535) {
    throw new Unreadable('must be a port number from 0 to 65535 (0 takes any free port)');
  }
  return number;
};

export const perMinute: Reader<number> = (value) => {
  const number = Number(value);
  if (!/^\d{1,3}$/.test(value) || number > 600) throw new Unreadable('must be a whole number from 0 to 600');
  return number;
};

export const megabytes: Reader<number> = (value) => {
  const number = Number(value);
  if (!/^\d{1,7}$/.test(value) || number < 100) throw new Unreadable('must be a whole number of at least 100');
  return number;
};

export const onOff: Reader<boolean> = (value) => {
  if (/^(on|true|yes|1)$/i.test(value)) return true;
  if (/^(off|false|no|0)$/i.test(value)) return false;
  throw new Unreadable('must be "on" or "off"');
};

export function oneOf<const Names extends readonly string[]>(names: Names): Reader<Names[number]> {
  return (value) => {
    const found = names.find((name) => name === value);
    if (found === undefined) throw new Unreadable(`must be one of ${names.join(', ')}`);
    return found;
  };
}

export const databaseUrl: Reader<string> = (value) => {
  const url = URL.parse(value);
  if (url === null || !['postgres:', 'postgresql:'].includes(url.protocol) || url.pathname.length < 2) {
    throw new Unreadable('must look like postgres://role:password@host:5432/database');
  }
  return value;
};

export const webUrl: Reader<string> = (value) => {
  const url = URL.parse(value);
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/' || url.search !== '') {
    throw new Unreadable('must be an http or https address without a path, like https://veche.example.org');
  }
  return url.origin;
};

export const masterSecret: Reader<string> = (value) => {
  if (Buffer.byteLength(value) < 32 || new Set(value).size < 8) {
    throw new Unreadable('must be at least 32 random bytes, for example the output of: openssl rand -base64 32');
  }
  return value;
};

/** Addresses are listed, or proxies counted: "trust everybody" would let any visitor choose the address we see. */
export const trustedProxies: Reader<false | number | string> = (value) => {
  if (/^(off|false|no|0)$/i.test(value)) return false;
  if (/^[1-9]\d?$/.test(value)) return Number(value);
  if (/^[\da-f.:/]+(\s*,\s*[\da-f.:/]+)*$/i.test(value) && /[.:]/.test(value)) return value;
  throw new Unreadable('must be "off", a number of proxies, or a list of their addresses like "10.0.0.1, 10.1.0.0/16"');
};
