import type { Assembly } from './assembly.entity.ts';
import type { PlannedTimeline } from './rules/timeline.ts';

/** The dates of an assembly as the rules of the timeline ask for them; null while the opening or the end is not set. */
export function planOf(
  assembly: Pick<
    Assembly,
    | 'form'
    | 'initiatorPersonId'
    | 'initiatorOrganisationId'
    | 'administratorPersonId'
    | 'administratorOrganisationId'
    | 'handedToAdministratorAt'
    | 'noticeAt'
    | 'opensAt'
    | 'closesAt'
    | 'paperAcceptedUntil'
  >,
  noticeAt: number,
): PlannedTimeline | null {
  const { opensAt, closesAt } = assembly;
  if (!opensAt || !closesAt) return null;
  return {
    form: assembly.form,
    initiatorIsAdministrator:
      (assembly.initiatorPersonId !== null && assembly.initiatorPersonId === assembly.administratorPersonId) ||
      (assembly.initiatorOrganisationId !== null &&
        assembly.initiatorOrganisationId === assembly.administratorOrganisationId),
    handedToAdministratorAt: assembly.handedToAdministratorAt?.getTime() ?? null,
    noticeAt: assembly.noticeAt?.getTime() ?? noticeAt,
    opensAt: opensAt.getTime(),
    closesAt: closesAt.getTime(),
    paperAcceptedUntil: assembly.paperAcceptedUntil?.getTime() ?? null,
  };
}
