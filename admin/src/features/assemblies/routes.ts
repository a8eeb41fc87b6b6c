import { mdiVote } from '@quasar/extras/mdi-v7';
import type { RouteRecordRaw } from 'vue-router';
import AssemblyListPage from './AssemblyListPage.vue';

export const assemblyRoutes: RouteRecordRaw[] = [
  {
    path: '/assemblies',
    name: 'assemblies',
    component: AssemblyListPage,
    meta: { title: 'assemblies.title', navigation: { icon: mdiVote, order: 20, section: 'work' } },
  },
  {
    path: '/assemblies/new',
    name: 'assembly-new',
    component: () => import('./wizard/WizardPage.vue'),
    meta: { title: 'wizard.title' },
  },
  {
    path: '/assemblies/:id/draft',
    name: 'assembly-draft',
    component: () => import('./wizard/WizardPage.vue'),
    props: true,
    meta: { title: 'wizard.title' },
  },
  {
    path: '/assemblies/:id',
    name: 'assembly',
    component: () => import('./AssemblyPage.vue'),
    props: true,
    meta: { title: 'assembly.title' },
  },
];
