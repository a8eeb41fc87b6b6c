import { mdiBallotOutline, mdiEmailOutline } from '@quasar/extras/mdi-v7';
import type { RouteRecordRaw } from 'vue-router';

export const myBallotRoutes: RouteRecordRaw[] = [
  {
    path: '/my-ballots',
    name: 'my-ballots',
    component: () => import('./MyBallotListPage.vue'),
    meta: { title: 'myBallots.title', navigation: { icon: mdiBallotOutline, order: 1, section: 'own' } },
  },
  {
    path: '/my-ballots/:id',
    name: 'my-ballot',
    component: () => import('./MyBallotPage.vue'),
    props: true,
    meta: { title: 'myBallots.one' },
  },
  {
    path: '/messages',
    name: 'messages',
    component: () => import('./MessagesPage.vue'),
    meta: {
      title: 'messages.title',
      navigation: { icon: mdiEmailOutline, order: 2, section: 'own', counts: 'UNREAD_MESSAGES' },
    },
  },
  {
    path: '/vote/:id',
    name: 'vote',
    component: () => import('./VotePage.vue'),
    props: true,
    meta: { title: 'casting.title' },
  },
];
