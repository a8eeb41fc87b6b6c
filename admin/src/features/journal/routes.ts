import { mdiHistory } from '@quasar/extras/mdi-v7';
import type { RouteRecordRaw } from 'vue-router';

export const journalRoutes: RouteRecordRaw[] = [
  {
    path: '/journal',
    name: 'journal',
    component: () => import('./JournalPage.vue'),
    meta: {
      title: 'journal.title',
      navigation: { icon: mdiHistory, order: 40, section: 'platform', roles: ['PLATFORM_ADMINISTRATOR', 'AUDITOR'] },
    },
  },
];
