import { mdiCogOutline, mdiKeyOutline } from '@quasar/extras/mdi-v7';
import type { RouteRecordRaw } from 'vue-router';

export const ownRoutes: RouteRecordRaw[] = [
  {
    path: '/tokens',
    name: 'tokens',
    component: () => import('./TokensPage.vue'),
    meta: { title: 'tokens.title', navigation: { icon: mdiKeyOutline, order: 10, section: 'own' } },
  },
  {
    path: '/settings',
    name: 'settings',
    component: () => import('./SettingsPage.vue'),
    meta: { title: 'settings.title', navigation: { icon: mdiCogOutline, order: 20, section: 'own' } },
  },
];
