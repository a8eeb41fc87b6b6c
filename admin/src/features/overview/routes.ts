import { mdiViewDashboardOutline } from '@quasar/extras/mdi-v7';
import type { RouteRecordRaw } from 'vue-router';

export const overviewRoutes: RouteRecordRaw[] = [
  {
    path: '/',
    name: 'overview',
    component: () => import('./OverviewPage.vue'),
    meta: { title: 'overview.title', navigation: { icon: mdiViewDashboardOutline, order: 10, section: 'work' } },
  },
];
