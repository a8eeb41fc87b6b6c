import { aBlockedAccount } from './identity-invitation/a-blocked-account.ts';
import { aRole } from './identity-invitation/a-role.ts';
import { anInvitation } from './identity-invitation/an-invitation.ts';
import { firstAdministrator } from './identity-invitation/first-administrator.ts';
import { Inviting } from './identity-invitation/inviting.ts';
import { standing } from './standing.ts';

const scene = standing(new Inviting());

anInvitation(scene);
firstAdministrator(scene);
aBlockedAccount(scene);
aRole(scene);
