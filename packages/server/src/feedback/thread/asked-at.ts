/** Since when the customer's answer is waited for: once an item has its outcome nobody waits for one any more. */
export const askedAtOf = ({ askedAt, status }: { askedAt: string | null; status: string }) =>
  ['answered', 'merged', 'spam'].includes(status) ? null : askedAt
