import type { RouteRecordRaw } from 'vue-router';
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
    path: '/:path(.*)*',
    component: () => import('./NotFoundPage.vue'),
    meta: { title: 'notFound.title' },
  },
];
