/** What is known of a signature: whether it belongs to these bytes, and not whether its certificate is to be trusted. */

export const signatureOrigins = ['ELSEWHERE', 'SERVER'] as const;
export type SignatureOrigin = (typeof signatureOrigins)[number];

export const signatureChecks = ['VERIFIED', 'NOT_VERIFIED_HERE'] as const;
export type SignatureCheck = (typeof signatureChecks)[number];
