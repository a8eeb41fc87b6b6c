import { mdiAccountKeyOutline, mdiShieldAccountOutline } from '@quasar/extras/mdi-v7';
import type { RouteRecordRaw } from 'vue-router';

const readers = ['PLATFORM_ADMINISTRATOR', 'AUDITOR'] as const;

export const accessRoutes: RouteRecordRaw[] = [
  {
    path: '/accounts',
    name: 'accounts',
    component: () => import('./AccountsPage.vue'),
    meta: {
      title: 'accounts.title',
      navigation: { icon: mdiAccountKeyOutline, order: 10, section: 'platform', roles: readers },
    },
  },
  {
    path: '/roles',
    name: 'roles',
    component: () => import('./RolesPage.vue'),
    meta: {
      title: 'roles.title',
      navigation: { icon: mdiShieldAccountOutline, order: 20, section: 'platform', roles: readers },
    },
  },
];
