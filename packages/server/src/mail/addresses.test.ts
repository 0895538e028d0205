import { expect, test } from 'vitest'
import { newId } from '../db/ids.ts'
import { createTokens } from '../tokens.ts'
import { bounceAddress, LONGEST_LOCAL_PART, readAddress, replyAddress } from './addresses.ts'

const tokens = createTokens('a secret key for tests, long enough')
const inbound = `${'a'.repeat(LONGEST_LOCAL_PART)}@mail.example.nl`
const [item, customer] = [newId(), newId()]
const delivery = `outcome-email:${newId()}:${customer}`

test('an address of replies says whose thread it is, also when a server changed its capitals', () => {
  const address = replyAddress(tokens, inbound, item)
  expect(readAddress(tokens, address.toUpperCase())).toEqual({ kind: 'reply', feedbackItemId: item })
  expect(address.indexOf('@')).toBeLessThanOrEqual(64)
})

test('an address of notices says which delivery failed, and fits before the @', () => {
  const address = bounceAddress(tokens, inbound, customer, delivery)
  const read = readAddress(tokens, address)
  expect(read).toMatchObject({ kind: 'bounce', customerId: customer })
  expect(read?.kind === 'bounce' && [read.isDelivery(delivery), read.isDelivery(`${delivery}x`)]).toEqual([true, false])
  expect(address.indexOf('@')).toBe(64)
})

test('an address that somebody made up, changed or signed with another key says nothing', () => {
  for (const address of [replyAddress(tokens, inbound, item), bounceAddress(tokens, inbound, customer, delivery)]) {
    for (let at = address.indexOf('+') + 2; at < address.indexOf('@') - 1; at += 3) {
      const changed = `${address.slice(0, at)}${address[at] === 'a' ? 'b' : 'a'}${address.slice(at + 1)}`
      expect(readAddress(tokens, changed), changed).toBeNull()
    }
    expect(readAddress(createTokens('another secret key, long enough too'), address)).toBeNull()
    expect(
      readAddress(
        tokens,
        address.replace(/\+[rb]/, (kind) => (kind === '+r' ? '+b' : '+r')),
      ),
    ).toBeNull()
  }
  for (const address of ['', 'ada@example.com', 'a+r@example.com', 'a+b@example.com', `a+r${'a'.repeat(500)}@example.com`])
    expect(readAddress(tokens, address)).toBeNull()
})
