import type { AssemblyAction, AssemblyState } from '@veche/shared/operations';
import type { PageAction } from '../../lib/page-actions.ts';

/** What must be known of an assembly to say where one may go from it. */
export interface LinkedAssembly {
  readonly id: string;
  readonly state: AssemblyState;
  readonly allowedActions: readonly AssemblyAction[];
}
interface Link {
  readonly name: string;
  readonly words: string;
  readonly isMain: boolean;
}

/** Where one may go from an assembly, as the server allows it: the buttons under its name. */
export function linksFrom({ state, allowedActions, ...rest }: LinkedAssembly & { readonly result?: unknown }): Link[] {
  const can = (action: AssemblyAction): boolean => allowedActions.includes(action);
  const isStaff = can('SEE_BALLOTS');
  const link = (isThere: boolean, name: string, words: string, isMain = false): Link[] =>
    isThere ? [{ name, words, isMain }] : [];
  return [
    ...link(can('AMEND'), 'assembly-draft', 'actions.amend', true),
    ...link(!isStaff && state === 'VOTING', 'vote', 'myBallots.vote', true),
    ...link(!isStaff && state === 'ANNOUNCED', 'vote', 'myBallots.notice'),
    ...link(rest.result != null, 'assembly-result', 'actions.result', true),
    ...link(can('ENTER_PAPER') || (isStaff && state === 'CLOSED'), 'assembly-paper', 'actions.paper'),
    ...link(isStaff && state !== 'ANNOUNCED', 'assembly-ballots', 'actions.ballots'),
    ...link(isStaff && state !== 'ANNOUNCED', 'assembly-roll', 'actions.roll'),
    ...link(isStaff && state !== 'ANNOUNCED', 'assembly-defects', 'defect.title'),
    ...link(isStaff, 'assembly-disputes', 'actions.disputes'),
    ...link(isStaff, 'assembly-proxies', 'actions.proxies'),
    ...link(isStaff, 'assembly-documents', 'papers.title'),
  ];
}

/** The same for the command bar, from any page of the assembly but `here`: with its board and the pages of its paper. */
export function commandsOf(assembly: LinkedAssembly, here: unknown): PageAction[] {
  const { id, state, allowedActions } = assembly;
  const can = (action: AssemblyAction): boolean => allowedActions.includes(action);
  const isVoting = state === 'VOTING';
  const paper = can('ENTER_PAPER')
    ? [
        { name: 'assembly-paper-print', words: 'print.title' },
        ...(isVoting
          ? [
              { name: 'assembly-paper-intake', words: 'intake.title' },
              { name: 'assembly-paper-scans', words: 'scans.title' },
              { name: 'assembly-paper-queue', words: 'queue.title' },
              { name: 'assembly-paper-entry', words: 'entry.title' },
            ]
          : []),
      ]
    : [];
  const linked = linksFrom({ ...assembly, result: state === 'CLOSED' ? assembly : null });
  const isPaper = ({ name }: Link): boolean => name === 'assembly-paper';
  const links = [
    { name: 'assembly', words: isVoting && can('SEE_BALLOTS') ? 'search.here.board' : 'assembly.title' },
    ...linked.filter(({ isMain }) => isMain),
    ...linked.filter(isPaper),
    ...paper,
    ...linked.filter((link) => !link.isMain && !isPaper(link)),
    ...(isVoting && can('SEE_BALLOTS') ? [{ name: 'assembly-silent', words: 'silent.title' }] : []),
  ].filter(({ name }) => name !== here);
  return [
    ...(can('ANNOUNCE')
      ? [{ words: 'wizard.announce', to: { name: 'assembly-draft', params: { id }, query: { step: 'NOTICE' } } }]
      : []),
    ...links.map(({ name, words }) => ({ words, to: { name, params: { id } } })),
  ];
}
