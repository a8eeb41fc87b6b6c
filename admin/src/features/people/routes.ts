import { mdiAccountGroupOutline } from '@quasar/extras/mdi-v7';
import type { RouteRecordRaw } from 'vue-router';

const staff = ['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR', 'CALL_CENTRE_OPERATOR', 'AUDITOR'] as const;

export const peopleRoutes: RouteRecordRaw[] = [
  {
    path: '/people',
    name: 'people',
    component: () => import('./PeoplePage.vue'),
    meta: {
      title: 'people.title',
      navigation: { icon: mdiAccountGroupOutline, order: 40, section: 'work', roles: staff },
    },
  },
  {
    path: '/people/:id',
    name: 'person',
    component: () => import('./PersonPage.vue'),
    props: true,
    meta: { title: 'person.title' },
  },
];
