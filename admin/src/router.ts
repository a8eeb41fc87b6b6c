import type { Client } from '@urql/vue';
import { createRouter, createWebHistory, type Router, type RouteRecordRaw } from 'vue-router';
import { assemblyRoutes } from './features/assemblies/routes.ts';
import { shellRoutes } from './shell/routes.ts';
import { ensureKnown } from './shell/useSession.ts';

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the words for the browser's tab. */
    title?: string;
    /** Open to whoever is not signed in, and shown without the frame. */
    stranger?: boolean;
  }
}

const routes: RouteRecordRaw[] = [{ path: '/', redirect: '/assemblies' }, ...assemblyRoutes, ...shellRoutes];

export function makeRouter(client: Client): Router {
  const router = createRouter({ history: createWebHistory(), routes });
  router.beforeEach(async (to) => {
    if (to.meta.stranger === true) return true;
    return (await ensureKnown(client)) ? true : { name: 'sign-in', query: { next: to.fullPath } };
  });
  return router;
}
