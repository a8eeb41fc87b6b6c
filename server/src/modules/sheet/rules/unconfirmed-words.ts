/** Paper that two people did not get through before the end counts for nobody: the result names it (domain 7.4). */

export interface Unconfirmed {
  /** Papers altogether. */
  readonly papers: number;
  /** Of them, those that nobody entered at all. */
  readonly neverEntered: number;
  /** Of these, forms without a name: nobody knows whose they are. */
  readonly nameless: number;
}

type Lang = 'ru' | 'en';

export function explainUnconfirmed({ papers, neverEntered, nameless }: Unconfirmed, lang: Lang): string {
  const told = papers - nameless;
  if (lang === 'ru') {
    return [
      `До конца голосования не введено и не подтверждено двумя людьми бумажных решений: ${String(papers)}. В подсчёт они не вошли.`,
      ...(neverEntered > 0 ? [`Из них не введено ни разу: ${String(neverEntered)}.`] : []),
      ...(told > 0 ? ['Собственники, названные в них, извещены.'] : []),
      ...(nameless > 0 ? [`Бланков без имени, которые некому отнести: ${String(nameless)}.`] : []),
    ].join(' ');
  }
  return [
    `Paper ballots not entered and confirmed by two people when voting ended: ${String(papers)}. They do not count.`,
    ...(neverEntered > 0 ? [`Of these, never entered: ${String(neverEntered)}.`] : []),
    ...(told > 0 ? ['The owners they name were told.'] : []),
    ...(nameless > 0 ? [`Forms without a name, of nobody known: ${String(nameless)}.`] : []),
  ].join(' ');
}
