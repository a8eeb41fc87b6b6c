import type { Parameters } from '../../kernel/page-query.ts';
import type { SignedIn, Viewer } from '../../kernel/viewer.ts';
import { housesOwnedInBy } from '../registry/index.ts';

/** That somebody saw a notice is noted of whoever has a name here. */
export function mayOpenNotice(viewer: Viewer): viewer is SignedIn {
  return viewer.kind === 'SIGNED_IN';
}

/**
 * Assemblies whose posted notice is for this viewer and was not opened by them, as a filter over `assembly a join house h`: they, a
 * body they head, or a minor they act for stands on its roll or owns in the house.
 */
export function noticesUnopenedBy(viewer: SignedIn, parameters: Parameters, at: Date): string {
  const person = `${parameters.add(viewer.personId)}::uuid`;
  return `(a.state <> 'DRAFT' and a.notice_at <= ${parameters.add(at)}::timestamptz
    and (exists (select from roll_entry re where re.assembly_id = a.id and re.holder_ids && ${parameters.add(viewer.actorIds)}::uuid[])
      or ${housesOwnedInBy(viewer, parameters, at)})
    and not exists (select from notice_sight n where n.assembly_id = a.id and n.person_id = ${person}))`;
}
