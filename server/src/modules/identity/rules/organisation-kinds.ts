/** A house is managed by a managing organisation, an owners’ association or co-operative, or a public body (art. 161). */
export const organisationKinds = ['MANAGING_COMPANY', 'HOA', 'PUBLIC_BODY'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];
