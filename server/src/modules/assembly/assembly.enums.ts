import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../kernel/enum-of.ts';
import {
  assemblyForms,
  assemblyStates,
  legalModes,
  liveCounts,
  type AssemblyForm,
  type AssemblyState,
} from './assembly.entity.ts';

export type LiveCounts = (typeof liveCounts)[number];
export type AssemblyLegalMode = (typeof legalModes)[number];

export const AssemblyFormEnum = enumOf<AssemblyForm>(assemblyForms);
registerEnumType(AssemblyFormEnum, {
  name: 'AssemblyForm',
  description: 'How the assembly is held.',
  valuesConfig: {
    SYSTEM: {
      description: 'Voting with use of the system (art. 47.1), electronic answers and paper decisions together.',
    },
    ADVISORY: { description: 'A poll without legal force.' },
  },
});

export const AssemblyStateEnum = enumOf<AssemblyState>(assemblyStates);
registerEnumType(AssemblyStateEnum, {
  name: 'AssemblyState',
  description: 'Draft → announced → voting → closed, or cancelled.',
});

export const LegalModeEnum = enumOf<AssemblyLegalMode>(legalModes);
registerEnumType(LegalModeEnum, {
  name: 'LegalMode',
  description: 'What an assembly is worth in law; shown with every answer about it.',
  valuesConfig: {
    STATE_SYSTEM: {
      description: 'Held in a state information system: electronic votes are lawful (art. 47.1 since 1 March 2025).',
    },
    PAPER_BACKED: { description: 'The paper originals are the legal act; the system prepares, stores and counts.' },
    ADVISORY: { description: 'No legal force.' },
  },
});

export const LiveCountsEnum = enumOf<LiveCounts>(liveCounts);
registerEnumType(LiveCountsEnum, {
  name: 'LiveCounts',
  description: 'What owners see of the count while voting runs.',
});

export const RuleEnum = enumOf(['S', 'A50', 'T23', 'U', 'X45'] as const);
registerEnumType(RuleEnum, {
  name: 'Rule',
  description: 'How many votes adopt an item.',
  valuesConfig: {
    S: { description: 'For: more than half of the votes taking part.' },
    A50: { description: 'For: more than half of all votes of the house.' },
    T23: { description: 'For: at least two thirds of all votes of the house.' },
    U: { description: 'For: all votes of the house.' },
    X45: {
      description:
        'Turning a flat into non-residential premises (art. 45 p. 3, art. 46 p. 1.2): also by the entrance concerned.',
    },
  },
});
