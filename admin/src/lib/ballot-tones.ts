export const ballotTones = { COUNTED: 'good', REJECTED: 'warn', ANNULLED: 'bad' } as const;
export const disputeTones = { OPEN: 'warn', UPHELD: 'bad', REJECTED: 'good' } as const;
