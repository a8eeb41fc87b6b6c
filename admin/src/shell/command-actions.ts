/** What can be begun from the command bar, and by whom; the server refuses everybody else anyway. */
export const commandActions = [
  { name: 'draftAssembly', to: '/assemblies/new', roles: ['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'] },
  { name: 'importRegister', to: '/imports/new', roles: ['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'] },
  { name: 'registerPerson', to: '/people?new=1', roles: ['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'] },
  { name: 'invitePerson', to: '/accounts?new=1', roles: ['PLATFORM_ADMINISTRATOR'] },
  { name: 'grantRole', to: '/roles?new=1', roles: ['PLATFORM_ADMINISTRATOR'] },
  { name: 'createAccessToken', to: '/tokens?new=1', roles: null },
] as const;
