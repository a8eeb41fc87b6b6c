import packaged from '@sparticuz/chromium';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** A real Chromium: the one in its package on Linux x64, elsewhere an installed Chrome named in CHROME_PATH. */
export async function openChromium(): Promise<Browser> {
  const executablePath = process.env['CHROME_PATH'] ?? (await packaged.executablePath());
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

export interface Looks {
  readonly theme?: 'light' | 'dark';
  readonly locale?: 'ru' | 'en';
  readonly width?: number;
}

/** A person's own browser, with nothing remembered but how they like to see it. */
export async function freshContext(browser: Browser, url: string, looks: Looks = {}): Promise<BrowserContext> {
  const remembered = [
    ...(looks.theme ? [{ name: 'veche.theme', value: looks.theme }] : []),
    ...(looks.locale ? [{ name: 'veche.locale', value: looks.locale }] : []),
  ];
  return browser.newContext({
    baseURL: url,
    viewport: { width: looks.width ?? 1280, height: 860 },
    reducedMotion: 'reduce',
    storageState: { cookies: [], origins: [{ origin: url, localStorage: remembered }] },
  });
}

export interface SignIn {
  readonly login: string;
  readonly password: string;
}

/** Only the keyboard: the first field has the focus already. */
export async function signInByKeyboard(page: Page, { login, password }: SignIn): Promise<void> {
  await page.locator('input[name=login]:focus').waitFor();
  await page.keyboard.type(login);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
}
