declare module '../../kernel/events.ts' {
  interface EventMap {
    /** An ownership, or a part of it, passed to others from `at` on. */
    OwnershipTransferred: {
      readonly houseId: string;
      readonly premisesId: string;
      readonly fromOwnershipId: string;
      readonly at: Date;
      /** What came of it: the parts sold, and the part kept when only some was sold. Never empty. */
      readonly successors: readonly {
        readonly ownershipId: string;
        readonly holderIds: readonly string[];
        readonly shareNumerator: bigint;
        readonly shareDenominator: bigint;
      }[];
    };
    /** An ownership was entered that came from no other one in the register. */
    OwnershipRecorded: {
      readonly houseId: string;
      readonly premisesId: string;
      readonly since: Date;
      readonly until: Date | null;
      readonly ownership: {
        readonly ownershipId: string;
        readonly holderIds: readonly string[];
        readonly shareNumerator: bigint;
        readonly shareDenominator: bigint;
      };
    };
    /** An ownership ended at `at` without a known successor. */
    OwnershipEnded: {
      readonly houseId: string;
      readonly premisesId: string;
      readonly ownershipId: string;
      readonly at: Date;
    };
    /** The area in the register was wrong and is corrected from `at` on. */
    AreaCorrected: {
      readonly houseId: string;
      readonly premisesId: string;
      readonly at: Date;
      readonly before: bigint;
      readonly after: bigint;
      /** The assembly in which the correction must still count; the command is refused when it no longer can. */
      readonly assemblyId: string | null;
    };
    /** What an import brought is taken back; whoever built on it refuses. */
    ImportUndone: {
      readonly importId: string;
      /** The house of the register; null for an import of houses. */
      readonly houseId: string | null;
    };
    /** An import has work to do in the background. */
    ImportStarted: { readonly importId: string };
  }
}

export {};
