import { clockwork, type Viewer } from '../kernel/viewer.ts';
import { decodeId } from '../kernel/global-id.ts';
import type { World } from '../kernel/context.ts';
import { closeVoting, openVoting } from '../modules.ts';
import type { DemoTheme } from './demo-agendas.ts';
import type { DemoApi } from './demo-api.ts';
import { castDemoBallots, type DemoPoll } from './demo-ballots.ts';
import type { DemoRandom } from './demo-chance.ts';

const day = 86_400_000;
/** The closing waits so long for what is still on its way. */
const grace = 10_000;

/** Who draws up assemblies for an organisation. */
export interface DemoKeeper {
  readonly viewer: Viewer;
  readonly accountId: string;
  readonly organisationId: string;
  readonly address: string;
}

export interface PlannedAssembly {
  readonly houseId: string;
  readonly keeper: DemoKeeper;
  readonly theme: DemoTheme;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly liveCounts?: 'RUNNING_COUNT';
  readonly poll: Pick<DemoPoll, 'turnout' | 'online' | 'favour'> & { readonly except?: ReadonlySet<string> };
  /** How far it comes. */
  readonly goal: 'DRAFT' | 'ANNOUNCED' | 'VOTING' | 'CLOSED' | 'CANCELLED';
}

export interface DemoStep {
  readonly at: number;
  readonly run: () => Promise<void>;
}

interface Drafted {
  readonly id: string;
  readonly version: number;
}

/** What happens to one assembly, step by step at its times, by the same commands that everybody has. */
export function assemblySteps(
  parts: { readonly world: World; readonly api: DemoApi; readonly random: DemoRandom; readonly now: number },
  planned: PlannedAssembly,
  opened: (poll: DemoPoll) => void,
): DemoStep[] {
  const { world, api, random, now } = parts;
  const { keeper, theme, opensAt, closesAt, goal, poll } = planned;
  const [handed, notice] = [opensAt - 20 * day, opensAt - 12 * day];
  let drafted: Drafted = { id: '', version: 0 };
  const uuid = (): string => decodeId('Assembly', drafted.id);
  const pollOf = (): DemoPoll => ({
    assemblyId: uuid(),
    keeperId: keeper.accountId,
    opensAt,
    closesAt,
    until: Math.min(now, closesAt),
    except: new Set(),
    ...poll,
  });
  const draft: DemoStep = {
    at: Math.min(handed, now),
    run: async () => {
      const answer = await api.change<{ assembly: Drafted }>(
        Math.min(handed, now),
        keeper.viewer,
        'draftAssembly',
        {
          houseId: planned.houseId,
          form: 'SYSTEM',
          ...theme,
          initiatorOrganisationId: keeper.organisationId,
          administratorOrganisationId: keeper.organisationId,
          administratorAddress: keeper.address,
          acceptanceProcedure: 'Бумажные решения принимаются по адресу администратора с 9 до 20 часов.',
          materialsPlace: keeper.address,
          handedToAdministratorAt: new Date(handed).toISOString(),
          opensAt: new Date(opensAt).toISOString(),
          closesAt: new Date(closesAt).toISOString(),
          ...(planned.liveCounts ? { liveCounts: planned.liveCounts } : {}),
        },
        'assembly { id version }',
      );
      drafted = answer.assembly;
    },
  };
  if (goal === 'DRAFT') return [draft];
  const announce: DemoStep = {
    at: notice,
    run: async () => {
      const input = { assemblyId: drafted.id, version: drafted.version };
      await api.change(notice, keeper.viewer, 'announceAssembly', input, 'assembly { id }');
    },
  };
  if (goal === 'ANNOUNCED') return [draft, announce];
  if (goal === 'CANCELLED') {
    const at = notice + 3 * day;
    const reason = 'Смета работ уточняется; собрание будет созвано снова.';
    const cancel = async (): Promise<void> => {
      const input = { assemblyId: drafted.id, reason };
      await api.change(at, keeper.viewer, 'cancelAssembly', input, 'assembly { id }');
    };
    return [draft, announce, { at, run: cancel }];
  }
  const open: DemoStep = {
    at: opensAt,
    run: async () => {
      await openVoting(api.contextAt(opensAt, clockwork), uuid());
      if (goal === 'VOTING') opened(pollOf());
    },
  };
  if (goal === 'VOTING') return [draft, announce, open];
  const count = async (): Promise<void> => {
    await castDemoBallots(world, random, [pollOf()]);
    await closeVoting(api.contextAt(closesAt + grace, clockwork), uuid());
  };
  return [draft, announce, open, { at: closesAt + grace, run: count }];
}
