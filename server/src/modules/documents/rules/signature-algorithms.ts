/** Which signatures this server checks (63-ФЗ leaves the qualified ones, made with GOST, to certified means). */

const signing: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.1': 'RSA',
  '1.2.840.113549.1.1.10': 'RSA-PSS',
  '1.2.840.113549.1.1.11': 'RSA',
  '1.2.840.113549.1.1.12': 'RSA',
  '1.2.840.113549.1.1.13': 'RSA',
  '1.2.840.10045.4.3.2': 'ECDSA',
  '1.2.840.10045.4.3.3': 'ECDSA',
  '1.2.840.10045.4.3.4': 'ECDSA',
};

const digests: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

const keptOnly: Readonly<Record<string, string>> = {
  '1.2.643.7.1.1.1.1': 'ГОСТ Р 34.10-2012, 256',
  '1.2.643.7.1.1.1.2': 'ГОСТ Р 34.10-2012, 512',
  '1.2.643.7.1.1.3.2': 'ГОСТ Р 34.10-2012, 256',
  '1.2.643.7.1.1.3.3': 'ГОСТ Р 34.10-2012, 512',
  '1.2.643.7.1.1.2.2': 'ГОСТ Р 34.11-2012, 256',
  '1.2.643.7.1.1.2.3': 'ГОСТ Р 34.11-2012, 512',
  '1.3.101.112': 'Ed25519',
  '1.3.14.3.2.26': 'SHA-1',
};

/** SHA-1 and older are not among them: a signature over them proves nothing any more. */
export const digestsTaken: ReadonlySet<string> = new Set(Object.keys(digests));

export function isCheckedHere(algorithm: string): boolean {
  return algorithm in signing;
}

/** "RSA, SHA-256"; what is not known by name stands as its number. */
export function algorithmNames(algorithm: string, digest: string): string {
  const name = (oid: string): string => signing[oid] ?? digests[oid] ?? keptOnly[oid] ?? oid;
  return [name(algorithm), name(digest)].join(', ');
}
