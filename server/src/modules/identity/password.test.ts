import { verify } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { hashNewPassword, isPassword } from './password.ts';

/** The real check, with a note of what it was asked. */
function counted() {
  const kept: string[] = [];
  const check: typeof verify = async (hash, password) => {
    kept.push(String(hash));
    return verify(hash, password);
  };
  return { kept, check };
}

const cost = (phc: string | undefined) => phc?.split('$').slice(0, 4).join('$');

describe('isPassword', () => {
  it('takes one verification of the same cost for a known and for an unknown name', async () => {
    const known = await hashNewPassword('три синих кота', 'anna', []);
    const right = counted();
    const wrong = counted();
    const unknown = counted();
    expect(await isPassword(known, 'три синих кота', right.check)).toBe(true);
    expect(await isPassword(known, 'три белых кота', wrong.check)).toBe(false);
    expect(await isPassword(null, 'три белых кота', unknown.check)).toBe(false);
    expect([right, wrong, unknown].map(({ kept }) => kept.length)).toEqual([1, 1, 1]);
    expect(cost(unknown.kept[0])).toBe(cost(known));
    expect(cost(known)).toBe('$argon2id$v=19$m=19456,t=2,p=1');
  });
});

describe('hashNewPassword', () => {
  it('refuses a weak password', async () => {
    await expect(hashNewPassword('qwerty12345', 'anna', ['input', 'password'])).rejects.toMatchObject({
      code: 'WEAK_PASSWORD',
      field: ['input', 'password'],
    });
  });
});
