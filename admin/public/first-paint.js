// Runs before the first paint, so that a dark page does not flash white. The keys are those of lib/preferences.ts.
(() => {
  const theme = localStorage.getItem('veche.theme');
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  if (localStorage.getItem('veche.locale') === 'en') document.documentElement.lang = 'en';
})();
