import urql from '@urql/vue';
import { createPinia } from 'pinia';
import { Dark, Quasar } from 'quasar';
import iconSet from 'quasar/icon-set/svg-mdi-v7.js';
import 'quasar/dist/quasar.css';
import './app.css';
import { createApp } from 'vue';
import App from './App.vue';
import { makeClient } from './lib/graphql.ts';
import { i18n } from './lib/i18n.ts';
import { storedTheme } from './lib/preferences.ts';
import { useToastsStore } from './lib/toasts.store.ts';
import { makeRouter } from './router.ts';
import { signInLink } from './shell/sign-in-link.ts';

const app = createApp(App);
app.use(Quasar, { plugins: { Dark }, iconSet, config: { dark: storedTheme() } });
app.use(i18n);
app.use(createPinia());
// The session ended meanwhile: a fresh page forgets what the last person saw, and the same link opens after signing in.
const client = makeClient(() => {
  if (!location.pathname.startsWith('/sign-in')) location.assign(signInLink(location.pathname + location.search));
});
app.use(urql, client);
const router = makeRouter(client);
app.use(router);
// A newer console was installed meanwhile, and its pages have other names: a fresh page finds them. Where no server
// answers there would be no page at all: then this one stays, and says so.
addEventListener('vite:preloadError', (event) => {
  event.preventDefault();
  const stay = (): void => useToastsStore().say(i18n.global.t('problem.stays'), 'bad');
  // A page that was loaded just now is as fresh as it gets.
  const reload = (): void => (performance.now() < 10_000 ? stay() : location.reload());
  fetch('/', { method: 'HEAD', cache: 'no-store' }).then(reload, stay);
});
// Until the first page is there, index.html has something to show.
const mount = (): unknown => app.mount('#app');
router.isReady().then(mount, mount);
