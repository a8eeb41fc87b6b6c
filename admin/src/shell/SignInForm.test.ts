import { mount } from '@vue/test-utils';
import { Quasar } from 'quasar';
import { beforeEach, describe, expect, test } from 'vitest';
import { i18n } from '../lib/i18n.ts';
import type { FieldRefusal, Problem } from '../lib/problem.ts';
import SignInForm from './SignInForm.vue';

describe('the form to sign in', () => {
  beforeEach(() => {
    // Quasar asks the screen how it is held, and happy-dom does not know.
    const orientation = Object.assign(new EventTarget(), { type: 'landscape-primary' });
    Object.defineProperty(screen, 'orientation', { configurable: true, value: orientation });
    i18n.global.locale.value = 'ru';
  });
  const show = (shown: { refusal?: FieldRefusal; problem?: Problem } = {}) =>
    mount(SignInForm, {
      props: { refusal: shown.refusal ?? null, problem: shown.problem ?? null, isBusy: false },
      global: { plugins: [Quasar, i18n] },
    });

  test('is sent when both fields are filled, and not before', async () => {
    const form = show();
    await form.find('input[name=login]').setValue('  anna ');
    await form.find('form').trigger('submit');
    expect(form.emitted('submit')).toBeUndefined();
    await form.find('input[name=password]').setValue(' a password keeps its spaces ');
    await form.find('form').trigger('submit');
    expect(form.emitted('submit')).toEqual([['anna', ' a password keeps its spaces ']]);
  });

  test('shows a refusal in the words of the server', () => {
    const form = show({ refusal: { code: 'WRONG_CREDENTIALS', message: 'Неверный логин или пароль.' } });
    expect(form.find('[role=alert]').text()).toBe('Неверный логин или пароль.');
  });

  test('shows the request id of an unknown error', () => {
    const problem: Problem = { kind: 'BROKEN', code: 'INTERNAL', message: 'Внутренняя ошибка.', requestId: 'req-17' };
    expect(show({ problem }).find('[role=alert] code').text()).toBe('req-17');
  });
});
