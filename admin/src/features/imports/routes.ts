import { mdiTableArrowUp } from '@quasar/extras/mdi-v7';
import type { RouteRecordRaw } from 'vue-router';

const keepers = ['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR', 'AUDITOR'] as const;

export const importRoutes: RouteRecordRaw[] = [
  {
    path: '/imports',
    name: 'imports',
    component: () => import('./ImportListPage.vue'),
    meta: { title: 'imports.title', navigation: { icon: mdiTableArrowUp, order: 35, section: 'work', roles: keepers } },
  },
  {
    path: '/imports/new',
    name: 'new-import',
    component: () => import('./NewImportPage.vue'),
    meta: { title: 'imports.new' },
  },
  {
    path: '/imports/:id',
    name: 'import',
    component: () => import('./ImportPage.vue'),
    props: true,
    meta: { title: 'imports.one' },
  },
];
