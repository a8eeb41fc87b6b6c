import type { Scenario } from '../../scripts/scenarios/scenario.ts';

/** The text of the file that a scenario would be read from. */
export function writeScenario(scenario: Scenario): string {
  const { house, events, ...rest } = scenario;
  const file = {
    ...rest,
    house: {
      ...house,
      owners: house.owners.map(({ minor, representedBy, ...owner }) => ({
        ...owner,
        ...(minor ? { minor } : {}),
        ...(representedBy.length === 0 ? {} : { representedBy }),
      })),
      ownerships: house.ownerships.map(({ owners, ...ownership }) => ({ owner: owners, ...ownership })),
    },
    events,
  };
  return JSON.stringify(file, (_key, value: unknown) => (value === null ? undefined : value), 1);
}
