import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { RunningApp } from '../../src/app.ts';
import { freshContext, signInByKeyboard } from '../../test/browser/chromium.ts';
import { inFewColours } from './few-colours.ts';
import type { Sight } from './sights.ts';

/** Each by a person who has just come, so that no picture shows what another left behind. */
export async function takePictures(
  browser: Browser,
  app: Pick<RunningApp, 'url' | 'demoSignIns' | 'world'>,
  sights: readonly Sight[],
  folder: string,
  say: (sentence: string) => void,
): Promise<void> {
  for (const sight of sights) {
    const { name, login, path, sign, arrange } = sight;
    const signIn = app.demoSignIns.find((one) => one.login === login);
    if (!signIn) throw new Error(`the demo has no ${login}`);
    const context = await freshContext(browser, app.url, { locale: 'ru', theme: 'light', ...sight });
    const page = await context.newPage();
    await page.setViewportSize({ width: sight.width ?? 1280, height: sight.height ?? 860 });
    await page.goto(path);
    await signInByKeyboard(page, signIn);
    await page.locator(sign).first().waitFor();
    await arrange?.(page, app.world);
    await page.waitForLoadState('networkidle');
    const file = join(folder, `${name}.png`);
    await page.mouse.move(0, 0);
    writeFileSync(file, await inFewColours(page, await page.screenshot()));
    say(`${name}.png ${Math.round(statSync(file).size / 1024)} KB`);
    await context.close();
  }
}
