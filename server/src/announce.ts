import type { RunningApp } from './app.ts';

/** What the person who started Veche reads when it is ready. */
export function announce(app: Pick<RunningApp, 'url' | 'demoSignIns' | 'firstInvitation'>): string {
  const lines = [
    '',
    `Veche is ready · Вече работает: ${app.url}`,
    '',
    `  console   · консоль        ${app.url}/`,
    `  API       · API            ${app.url}/graphql`,
    `  explorer  · проводник API  ${app.url}/explorer`,
  ];
  if (app.firstInvitation !== null) {
    lines.push(
      '',
      'Nobody has signed in yet. This link makes you the platform administrator; every start prints a new one, the last one counts.',
      'Сюда ещё никто не входил. Эта ссылка сделает вас администратором платформы; каждый запуск печатает новую, верна последняя.',
      '',
      `  ${app.firstInvitation}`,
    );
  }
  if (app.demoSignIns.length > 0) {
    const [who, login] = [
      widest(app.demoSignIns.map((each) => each.who)),
      widest(app.demoSignIns.map((each) => each.login)),
    ];
    lines.push('', 'Demo sign-ins · Входы в демонстрацию:', '');
    for (const each of app.demoSignIns) {
      lines.push(`  ${each.who.padEnd(who)}  ${each.login.padEnd(login)}  ${each.password}`);
    }
  }
  return [...lines, '', 'Ctrl-C stops everything · Ctrl-C всё останавливает', ''].join('\n');
}

function widest(words: readonly string[]): number {
  return Math.max(...words.map((word) => word.length));
}
