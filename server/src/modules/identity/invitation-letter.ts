import { randomBytes } from 'node:crypto';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/new-id.ts';
import type { Unit } from '../../kernel/transaction.ts';
import { Invitation } from './invitation.entity.ts';

const invitationDays = 14;

/** Shown once and handed over by hand; only its keyed hash is kept. */
export interface InvitationLetter {
  readonly invitationId: string;
  readonly secret: string;
  readonly link: string;
  readonly expiresAt: Date;
}

/** A new invitation within a command; the open ones before it are revoked. */
export async function writeInvitation(context: Context, unit: Unit, accountId: string): Promise<InvitationLetter> {
  await unit.em.nativeUpdate(Invitation, { accountId, acceptedAt: null, revokedAt: null }, { revokedAt: unit.now });
  const secret = randomBytes(32).toString('base64url');
  const expiresAt = new Date(unit.now.getTime() + invitationDays * 86_400_000);
  const invitationId = newId();
  unit.em.create(Invitation, {
    id: invitationId,
    accountId,
    secretHash: context.secrets.hash('invitation', secret),
    createdAt: unit.now,
    expiresAt,
    acceptedAt: null,
    revokedAt: null,
  });
  const home = context.settings.publicUrl.replace(/\/$/, '');
  return { invitationId, secret, link: `${home}/invitation#${secret}`, expiresAt };
}
