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
  }
}

export {};
