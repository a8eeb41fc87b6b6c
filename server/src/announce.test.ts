import { expect, test } from 'vitest';
import { announce } from './announce.ts';

const url = 'http://localhost:4000';

test('the link of the first administrator is printed while nobody has signed in, and only then', () => {
  const firstInvitation = `${url}/invitation#a-secret`;
  expect(announce({ url, demoSignIns: [], firstInvitation })).toContain(`\n  ${firstInvitation}\n`);
  expect(announce({ url, demoSignIns: [], firstInvitation: null })).not.toContain('/invitation');
});

test('the sign-ins of the demo stand in columns', () => {
  const demoSignIns = [
    { who: 'auditor', login: 'auditor', password: 'one' },
    { who: 'owner', login: 'me', password: 'two' },
  ];
  expect(announce({ url, demoSignIns, firstInvitation: null })).toContain(
    '\n  auditor  auditor  one\n  owner    me       two\n',
  );
});
