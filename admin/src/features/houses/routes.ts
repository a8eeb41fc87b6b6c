import { mdiHomeCityOutline } from '@quasar/extras/mdi-v7';
import type { RouteRecordRaw } from 'vue-router';

export const houseRoutes: RouteRecordRaw[] = [
  {
    path: '/houses',
    name: 'houses',
    component: () => import('./HouseListPage.vue'),
    meta: { title: 'houses.title', navigation: { icon: mdiHomeCityOutline, order: 30, section: 'work' } },
  },
  {
    path: '/houses/:id/:sight(list|shares)?',
    name: 'house',
    component: () => import('./HousePage.vue'),
    props: true,
    meta: { title: 'house.title' },
  },
  {
    path: '/houses/:houseId/premises/:id',
    name: 'premises',
    component: () => import('./PremisesPage.vue'),
    props: true,
    meta: { title: 'premises.title' },
  },
];
