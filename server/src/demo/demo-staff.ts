import { ogrnOf } from './demo-ogrn.ts';

/** Who manages the houses, in the order of `OrganisationIndex`; each with its administrator of assemblies. */
export const demoOrganisations = [
  {
    organisation: { kind: 'MANAGING_COMPANY', name: 'УК «Добрый дом»', ogrn: '1027700132195' },
    address: 'Москва, улица Вечевая, 1',
    keeper: { login: 'keeper', familyName: 'Распорядительная' },
  },
  {
    organisation: { kind: 'MANAGING_COMPANY', name: 'УК «Посад»', ogrn: ogrnOf('115774600001') },
    address: 'Москва, улица Посадская, 2',
    keeper: { login: 'keeper-2', familyName: 'Посадская' },
  },
  {
    organisation: { kind: 'HOA', name: 'ТСЖ «Вечевая, 3»', ogrn: ogrnOf('115774600002') },
    address: 'Москва, улица Вечевая, 3',
    keeper: { login: 'keeper-3', familyName: 'Товарищева' },
  },
] as const;
