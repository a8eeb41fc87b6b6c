import type { Client } from '@urql/vue';
import { nextTick } from 'vue';
import { createRouter, createWebHistory, type Router, type RouteRecordRaw } from 'vue-router';
import { accessRoutes } from './features/access/routes.ts';
import { assemblyRoutes } from './features/assemblies/routes.ts';
import { importRoutes } from './features/imports/routes.ts';
import { myBallotRoutes } from './features/my-ballots/routes.ts';
import { overviewRoutes } from './features/overview/routes.ts';
import { journalRoutes } from './features/journal/routes.ts';
import { organisationRoutes } from './features/organisations/routes.ts';
import { ownRoutes } from './features/own/routes.ts';
import { peopleRoutes } from './features/people/routes.ts';
import { houseRoutes } from './features/houses/routes.ts';
import { shellRoutes } from './shell/routes.ts';
import { ensureKnown } from './shell/useSession.ts';

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the words for the browser's tab. */
    title?: string;
    /** Open to whoever is not signed in, and shown without the frame. */
    stranger?: boolean;
    /** A place on the rail, under the title of the page. `roles`: only for who holds one of them; the server refuses anyway. */
    navigation?: {
      readonly icon: string;
      readonly order: number;
      readonly section: 'work' | 'platform' | 'own';
      readonly roles?: readonly string[];
      /** What waits there is counted beside its name. */
      readonly counts?: 'UNREAD_MESSAGES';
      /** Found by the command bar and led to by other pages; not on the rail. */
      readonly isAside?: true;
    };
  }
}

const routes: RouteRecordRaw[] = [
  ...overviewRoutes,
  ...assemblyRoutes,
  ...importRoutes,
  ...houseRoutes,
  ...peopleRoutes,
  ...organisationRoutes,
  ...accessRoutes,
  ...journalRoutes,
  ...myBallotRoutes,
  ...ownRoutes,
  ...shellRoutes,
];

export function makeRouter(client: Client): Router {
  const router = createRouter({ history: createWebHistory(), routes });
  router.beforeEach(async (to) => {
    if (to.meta.stranger === true) return true;
    const known = await ensureKnown(client);
    if (known === true) return true;
    const next = to.fullPath;
    if (known === false) return { name: 'sign-in', query: { next } };
    const { kind, requestId } = known;
    return { name: 'broken', query: { kind, next, ...(requestId === null ? {} : { request: requestId }) } };
  });
  // Whoever listens or uses the keyboard begins at the top of the new page, or in the field that it is there for.
  router.afterEach((to, from) => {
    if (from.matched.length === 0 || to.path === from.path || to.meta.stranger === true) return;
    void nextTick(() => {
      scrollTo(0, 0);
      if (document.activeElement?.matches('#content input') === true) return;
      document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true });
    });
  });
  return router;
}
