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
  {
    path: '/assemblies/:id/ballots',
    name: 'assembly-ballots',
    component: () => import('./ballots/BallotListPage.vue'),
    props: true,
    meta: { title: 'ballot.title' },
  },
  {
    path: '/assemblies/:id/ballots/:ballotId',
    name: 'ballot',
    component: () => import('./ballots/BallotPage.vue'),
    props: true,
    meta: { title: 'ballot.one' },
  },
  {
    path: '/assemblies/:id/silent',
    name: 'assembly-silent',
    component: () => import('./ballots/SilentPage.vue'),
    props: true,
    meta: { title: 'silent.title' },
  },
  {
    path: '/assemblies/:id/disputes',
    name: 'assembly-disputes',
    component: () => import('./disputes/DisputeListPage.vue'),
    props: true,
    meta: { title: 'dispute.title' },
  },
  {
    path: '/assemblies/:id/defects',
    name: 'assembly-defects',
    component: () => import('./defects/DefectListPage.vue'),
    props: true,
    meta: { title: 'defect.title' },
  },
  {
    path: '/assemblies/:id/proxies',
    name: 'assembly-proxies',
    component: () => import('./ballots/ProxyListPage.vue'),
    props: true,
    meta: { title: 'proxy.title' },
  },
  {
    path: '/assemblies/:id/roll',
    name: 'assembly-roll',
    component: () => import('./ballots/RollPage.vue'),
    props: true,
    meta: { title: 'roll.title' },
  },
  {
    path: '/assemblies/:id/paper',
    name: 'assembly-paper',
    component: () => import('./ballots/PaperPage.vue'),
    props: true,
    meta: { title: 'paper.title' },
  },
  {
    path: '/assemblies/:id/documents',
    name: 'assembly-documents',
    component: () => import('./documents/DocumentsPage.vue'),
    props: true,
    meta: { title: 'papers.title' },
  },
  {
    path: '/assemblies/:id/result',
    name: 'assembly-result',
    component: () => import('./result/ResultPage.vue'),
    props: true,
    meta: { title: 'sheet.name' },
  },
];
