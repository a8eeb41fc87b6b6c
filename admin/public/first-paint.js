// Runs before the first paint, so that a dark page does not flash white. The keys are those of lib/preferences.ts.
(() => {
  /** @param {string} key */
  const recall = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const theme = recall('veche.theme');
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  if (recall('veche.locale') === 'en') document.documentElement.lang = 'en';
})();
