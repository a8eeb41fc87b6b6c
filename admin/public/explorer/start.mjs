// The explorer speaks to the server it came from: with the session of the console, or with a token pasted as a header
// `Authorization: Bearer veche_pat_…` (for subscriptions: in their connection parameters).
const sockets = location.origin.replace(/^http/, 'ws');
const isRussian = localStorage.getItem('veche.locale') !== 'en';

globalThis.AltairGraphQL.init({
  endpointURL: `${location.origin}/graphql`,
  subscriptionsEndpoint: `${sockets}/graphql`,
  subscriptionsProtocol: 'graphql-ws',
  initialSubscriptionRequestHandlerId: 'graphql-ws',
  initialName: 'Veche',
  initialQuery: '{\n  viewer {\n    accountId\n    roles {\n      role\n    }\n  }\n}\n',
  instanceStorageNamespace: 'veche_explorer_',
  persistedSettings: {
    'alert.disableUpdateNotification': true,
    'banners.disable': true,
    'request.withCredentials': true,
  },
  initialSettings: {
    language: isRussian ? 'ru-RU' : 'en-US',
    theme: document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light',
    disablePushNotification: true,
  },
});
