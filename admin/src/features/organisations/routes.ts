import { mdiDomain } from '@quasar/extras/mdi-v7';
import type { RouteRecordRaw } from 'vue-router';

export const organisationRoutes: RouteRecordRaw[] = [
  {
    path: '/organisations',
    name: 'organisations',
    component: () => import('./OrganisationsPage.vue'),
    meta: {
      title: 'organisations.title',
      navigation: {
        icon: mdiDomain,
        order: 50,
        section: 'work',
        roles: ['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR', 'CALL_CENTRE_OPERATOR', 'AUDITOR'],
      },
    },
  },
];
