export interface IdempotencyKeyRow {
  /** Where the key counts: a site, a feedback item. */
  place: string
  key: string
  /** SHA-256 of the request it came with. */
  requestHash: string
  /** JSON: the answer that was given. */
  answer: string
  createdAt: string
}
