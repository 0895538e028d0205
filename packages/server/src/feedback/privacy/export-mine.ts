import type { DeliveryState } from '@klankbord/shared/deliveries'
import type { ExportedItem, MineExport } from '@klankbord/shared/mine'
import { findAnyCustomer } from '../../customers/store.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { movementsOf } from '../../measures/movement.ts'
import { notFound } from '../../problem-error.ts'
import { customerOf, outcomeOf, readThread } from '../thread/read-thread.ts'
import { listGiven, listMailsTo, listOutcomesOf } from './store.ts'

/** Everything that is kept of this customer, as they may see it. */
export async function exportMine(deps: Deps, scope: Scope): Promise<MineExport> {
  const { db, clock } = deps
  const id = customerOf(scope)
  const customer = await findAnyCustomer(db, id)
  if (!customer) throw notFound('customer')
  const { organisation, name, email, emailConfirmedAt, unsubscribedAt, bouncedAt, locale, externalId, createdAt } = customer
  const mails = await listMailsTo(db, scope, id)
  return {
    exportedAt: clock().toISOString(),
    customer: { organisation, name, email, emailConfirmedAt, unsubscribedAt, bouncedAt, locale, externalId, createdAt },
    items: await exportItems(deps, scope, id),
    mails: mails.map(({ kind, receiver, state, queuedAt, updatedAt }) => ({
      kind,
      to: receiver,
      state: state as DeliveryState,
      queuedAt,
      at: updatedAt,
    })),
  }
}

async function exportItems(deps: Deps, scope: Scope, customerId: string): Promise<ExportedItem[]> {
  const outcomes = await listOutcomesOf(deps.db, scope, customerId)
  const movements = await movementsOf(deps, scope, [...new Set(outcomes.map(({ id }) => id))])
  const items: ExportedItem[] = []
  for (const { id, attributes, ...given } of await listGiven(deps.db, scope, customerId)) {
    const published = outcomes.filter(({ feedbackItemId }) => feedbackItemId === id)
    const thread = await readThread(deps, scope, id)
    const pictureUrl = (picture: string) => `${thread.statusUrl}/pictures/${picture}`
    const told = await Promise.all(published.map((row) => outcomeOf(deps, scope, row, movements.get(row.id) ?? null, pictureUrl)))
    items.push({
      ...thread,
      ...given,
      attributes: JSON.parse(attributes) as Record<string, string>,
      outcomes: told.filter((outcome) => outcome !== null),
    })
  }
  return items
}
