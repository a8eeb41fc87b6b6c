import { expect, it } from 'vitest';
import { readOrganisation } from './organisation-card.ts';

const written = {
  name: ' ГБУ «Жилищник» ',
  ogrn: '1027700132195',
  phone: '8 495 123-45-67',
  site: 'https://example.ru/dom?a=1',
};

it('keeps everything in one form', () => {
  expect(readOrganisation(written)).toEqual({
    ok: true,
    card: {
      name: 'ГБУ «Жилищник»',
      ogrn: '1027700132195',
      postAddress: null,
      phone: '+74951234567',
      site: 'https://example.ru/dom?a=1',
    },
  });
});

it.each([
  ['name', { name: '' }],
  ['ogrn', { ogrn: '1027700132196' }],
  ['ogrn', { ogrn: null }],
  ['phone', { phone: '1' }],
  ['postAddress', { postAddress: '--' }],
  ['site', { site: 'javascript:alert(1)' }],
  ['site', { site: 'https://example.ru/<script>' }],
])('names %s as the field that will not do', (field, change) => {
  expect(readOrganisation({ ...written, ...change })).toEqual({ ok: false, field });
});
