import { createApp, defineComponent, h, nextTick, ref, type App } from 'vue';
import { createI18n } from 'vue-i18n';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useRereading } from './useRereading.ts';

const sequence = ref(0);
const isHeld = ref(false);
let reads = 0;
let page: App;

beforeEach(() => {
  vi.useFakeTimers();
  reads = 0;
  isHeld.value = false;
  const asked = { executeQuery: () => (reads += 1) };
  const panel = defineComponent({
    setup: () => {
      useRereading(
        asked,
        () => sequence.value,
        5000,
        () => isHeld.value,
      );
      return () => h('p');
    },
  });
  page = createApp(panel).use(createI18n({ legacy: false, locale: 'ru', messages: { ru: {} } }));
  page.mount(document.createElement('div'));
});
afterEach(() => {
  page.unmount();
  vi.useRealTimers();
});

async function changed(afterMs: number): Promise<number> {
  sequence.value += 1;
  await nextTick();
  await vi.advanceTimersByTimeAsync(afterMs);
  return reads;
}

test('after a quiet time a change is read at once, and those that follow it together', async () => {
  await vi.advanceTimersByTimeAsync(5000);
  expect(await changed(1)).toBe(1);
  for (let at = 0; at < 10; at += 1) await changed(100);
  expect(reads).toBe(1);
  await vi.advanceTimersByTimeAsync(4000);
  expect(reads).toBe(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(reads).toBe(2);
});

test('what was read as the page opened is not read twice, and what is held waits', async () => {
  expect(await changed(4900)).toBe(0);
  isHeld.value = true;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(reads).toBe(0);
  isHeld.value = false;
  await vi.advanceTimersByTimeAsync(5000);
  expect(reads).toBe(1);
});
