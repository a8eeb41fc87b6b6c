import type { Viewer } from '../../kernel/viewer.ts';

export interface ViewOwner {
  readonly accountId: string;
  readonly shared: boolean;
}

export function mayKeepViews(viewer: Viewer): boolean {
  return viewer.kind === 'SIGNED_IN';
}

/** Shown to all other staff; an owner without a role has nobody to show it to. */
export function mayShareViews(viewer: Viewer): boolean {
  return viewer.kind === 'SIGNED_IN' && viewer.grants.length > 0;
}

export function mayAmendView(viewer: Viewer, { accountId }: ViewOwner): boolean {
  return viewer.kind === 'SIGNED_IN' && viewer.accountId === accountId;
}

/** The same in SQL, over `saved_view v`: one's own, and for staff those that are shared. */
export function visibleViews(viewer: Viewer): { readonly accountId: string | null; readonly withShared: boolean } {
  return {
    accountId: viewer.kind === 'SIGNED_IN' ? viewer.accountId : null,
    withShared: mayShareViews(viewer),
  };
}
