import { useSessionStore } from './session.store.ts';

interface BeginningPlace {
  readonly to: string;
  /** null: everybody who is signed in. */
  readonly roles: readonly string[] | null;
  /** A role over one organisation or house is not enough. */
  readonly isEverywhere?: true;
}

const keepers = ['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'] as const;
const platform = { roles: ['PLATFORM_ADMINISTRATOR'], isEverywhere: true } as const;

/** What can be begun from anywhere, where, and by whom: the buttons of the pages and the command bar both ask here. */
export const beginnings = {
  draftAssembly: { to: '/assemblies/new', roles: keepers },
  importRegister: { to: '/imports/new', roles: keepers },
  importHouses: { to: '/imports/new?kind=HOUSES', ...platform },
  createHouse: { to: '/houses?new=1', roles: keepers },
  createOrganisation: { to: '/organisations?new=1', ...platform },
  registerPerson: { to: '/people?new=1', roles: keepers },
  invitePerson: { to: '/accounts?new=1', ...platform },
  grantRole: { to: '/roles?new=1', ...platform },
  createAccessToken: { to: '/tokens?new=1', roles: null },
  changePassword: { to: '/settings#password', roles: null },
} as const satisfies Record<string, BeginningPlace>;

export type Beginning = keyof typeof beginnings;
export const allBeginnings = Object.keys(beginnings) as Beginning[];

/** Whether the viewer may begin a thing. It only hides what the server would refuse. */
export function useBeginnings() {
  const session = useSessionStore();
  function mayBegin(name: Beginning): boolean {
    const { roles, isEverywhere }: BeginningPlace = beginnings[name];
    if (roles === null) return true;
    return isEverywhere ? session.holdsEverywhere(...roles) : session.holds(...roles);
  }
  return { mayBegin };
}
