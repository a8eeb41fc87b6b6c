import type { Attempt } from './attempt.ts';
import { assemblyAttempts } from './assembly.attempts.ts';
import { chatAttempts } from './chat.attempts.ts';
import { documentAttempts } from './documents.attempts.ts';
import { defectAttempts } from './defect.attempts.ts';
import { disputeAttempts } from './dispute.attempts.ts';
import { historyAttempts } from './history.attempts.ts';
import { identityAttempts } from './identity.attempts.ts';
import { importAttempts } from './import.attempts.ts';
import { paperAttempts } from './paper.attempts.ts';
import { registryAttempts } from './registry.attempts.ts';
import { scanAttempts } from './scan.attempts.ts';
import { savedViewAttempts } from './saved-view.attempts.ts';
import { sheetAttempts } from './sheet.attempts.ts';
import { votingAttempts } from './voting.attempts.ts';

/** How each row of the table is tried, by its name there. */
export const attempts: Readonly<Record<string, Attempt>> = {
  ...identityAttempts,
  ...historyAttempts,
  ...savedViewAttempts,
  ...registryAttempts,
  ...importAttempts,
  ...assemblyAttempts,
  ...votingAttempts,
  ...defectAttempts,
  ...disputeAttempts,
  ...chatAttempts,
  ...paperAttempts,
  ...sheetAttempts,
  ...documentAttempts,
  ...scanAttempts,
};
