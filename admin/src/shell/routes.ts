import type { RouteRecordRaw } from 'vue-router';
import BrokenPage from './BrokenPage.vue';
import SignInPage from './SignInPage.vue';

export const shellRoutes: RouteRecordRaw[] = [
  { path: '/sign-in', name: 'sign-in', component: SignInPage, meta: { stranger: true, title: 'signIn.title' } },
  {
    path: '/invitation',
    name: 'invitation',
    component: () => import('./InvitationPage.vue'),
    meta: { stranger: true, title: 'invitation.title' },
  },
  {
    path: '/broken',
    name: 'broken',
    component: BrokenPage,
    meta: { stranger: true, title: 'problem.BROKEN' },
  },
  {
    path: '/:path(.*)*',
    component: () => import('./NotFoundPage.vue'),
    meta: { title: 'notFound.title' },
  },
];
