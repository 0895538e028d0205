import { hashSecret, newId } from '../src/db/ids.ts'
import { createEmlFolder, listKept } from '../src/mail/eml-folder.ts'
import type { PlantedCustomer, Planting } from './tenants.ts'

export async function plantCustomers(planting: Planting, work: { goalId: string; siteId: string }) {
  const { mine, at, mark } = planting
  await mine.insertInto('confirmations', { addressHash: hashSecret(mark), askedAt: at, declinedAt: null }).execute()
  await mine.insertInto('linkMails', { addressHash: hashSecret(mark), sentAt: at }).execute()
  return { customer: await plantCustomer(planting, work, `${mark} klant`), neighbour: await plantCustomer(planting, work, `buur-${mark}`) }
}

async function plantCustomer({ deps, mine, at, mark, scope }: Planting, { goalId, siteId }: { goalId: string; siteId: string }, who: string) {
  const [id, feedbackId, attachmentId] = [newId(), newId(), newId()]
  const reach = { email: `${id}@${mark}.example`, emailConfirmedAt: at, confirmationSentAt: at, unsubscribedAt: null }
  await mine.insertInto('customers', { ...reach, id, siteId, name: who, locale: 'nl', createdAt: at }).execute()
  await mine
    .insertInto('feedbackItems', {
      id: feedbackId,
      siteId,
      customerId: id,
      kind: 'idea',
      message: `${who} vraagt iets`,
      status: 'routed',
      ratingScale: null,
      ratingValue: null,
      locale: 'nl',
      pageUrl: `https://${mark}.example/`,
      attributes: JSON.stringify({ plan: `${mark} attribuut` }),
      answers: JSON.stringify([{ id: 'vraag', label: `${mark} vraag`, value: `${who} antwoord` }]),
      goalId,
      initiativeId: null,
      plan: null,
      outcomeId: null,
      mergedIntoId: null,
      submittedAt: at,
      replyBy: at,
      repliedAt: null,
      answeredAt: null,
      routing: JSON.stringify({ method: 'rule', because: [`${mark} reden`] }),
      news: 1,
      helped: null,
      reactionText: null,
      reactedAt: null,
    })
    .execute()
  const line = { feedbackItemId: feedbackId, memberId: null, createdAt: at }
  await mine
    .insertInto('messages', [
      { ...line, id: newId(), kind: 'customer', author: null, text: `${who} vult aan` },
      { ...line, id: newId(), kind: 'team', author: `${mark} collega`, text: `${mark} antwoordt` },
      { ...line, id: newId(), kind: 'note', author: `${mark} collega`, text: `notitie-${mark} over de klant` },
    ])
    .execute()
  const picture = { siteId, feedbackItemId: feedbackId, type: 'image/webp', width: 1, height: 1, size: 9, createdAt: at, removedAt: null }
  await mine.insertInto('attachments', { ...picture, id: attachmentId }).execute()
  await deps.files.put(`${scope.organisationId}/${attachmentId}`, new TextEncoder().encode(`${who} tekende`))
  const event = {
    type: 'feedback.note',
    actorKind: 'member',
    actorId: newId(),
    actorName: `${mark} collega`,
    detail: JSON.stringify({ name: `notitie-${mark}` }),
  }
  await mine.insertInto('events', { ...event, id: newId(), feedbackItemId: feedbackId, createdAt: at }).execute()
  return {
    id,
    email: reach.email,
    feedbackId,
    attachmentId,
    token: deps.tokens.sign('customer', id),
    statusToken: deps.tokens.sign('status', feedbackId),
  }
}

export async function plantOutcomes(
  { deps, mine, at, mark, scope }: Planting,
  goalId: string,
  { id: customerId, feedbackId }: PlantedCustomer,
  ownerId: string,
) {
  const [draftId, publishedId, pictureId] = [newId(), newId(), newId()]
  const failedDeliveryId = `outcome-email:${publishedId}:${customerId}`
  const words = {
    kind: 'done',
    title: `${mark} resultaat`,
    did: `${mark} gedaan`,
    better: `${mark} beter`,
    next: `${mark} later`,
    locale: 'nl',
    translations: '{}',
  }
  const picture = { type: 'image/webp', width: 1, height: 1 } as const
  const pictures = JSON.stringify([{ id: pictureId, ...picture, alt: `${mark} tekening`, alts: {} }])
  const kept = { ...picture, id: pictureId, siteId: null, feedbackItemId: null, outcomeId: publishedId, size: 9, createdAt: at, removedAt: null }
  await mine.insertInto('attachments', kept).execute()
  await deps.files.put(`${scope.organisationId}/${pictureId}`, new TextEncoder().encode(`${mark} tekende`))
  const outcome = { ...words, goalId, publicAt: at, createdBy: ownerId, createdAt: at, publishAt: null }
  await mine
    .insertInto('outcomes', [
      { ...outcome, id: draftId, publishedAt: null, pictures: '[]' },
      { ...outcome, id: publishedId, publishedAt: at, pictures },
    ])
    .execute()
  const version = { version: 1, step: 'published', words: JSON.stringify(words), because: `${mark} daarom`, madeBy: `${mark} collega`, madeAt: at }
  await mine.insertInto('outcomeVersions', { ...version, outcomeId: publishedId }).execute()
  await mine.insertInto('outcomeItems', { outcomeId: draftId, feedbackItemId: feedbackId }).execute()
  await mine
    .insertInto('deliveries', {
      id: failedDeliveryId,
      kind: 'outcome-email',
      aboutId: publishedId,
      customerId,
      receiver: `${customerId}@${mark}.example`,
      payload: JSON.stringify({ outcomeId: publishedId, customerId }),
      state: 'failed',
      attempts: 1,
      reason: `${mark} reden`,
      queuedAt: at,
      dueAt: at,
      updatedAt: at,
    })
    .execute()
  return { draftId, publishedId, pictureId, failedDeliveryId }
}

/** A key that was made to sign mail, and signs nothing yet. */
export async function makeKey({ mark, mine, at }: Planting): Promise<string> {
  const id = newId()
  const halves = { publicKey: hashSecret(`${mark} sleutel`), sealed: hashSecret(`${mark} geheim`) }
  const key = { ...halves, id, domain: `${mark}.example`, selector: mark, createdAt: at, foundAt: null, usedAt: null, replacedAt: null }
  await mine.insertInto('signingKeys', key).execute()
  return id
}

export async function keepMail({ deps, mark, mine, at }: Planting, deliveryId: string): Promise<string> {
  const look = {
    senderName: `${mark} afzender`,
    signature: `${mark} groet`,
    replyTo: `terug@${mark}.example`,
    inboundAddress: `antw@${mark}.example`,
  }
  await mine.insertInto('mailLooks', { ...look, tone: 'informal', inboundSecret: hashSecret(mark), changedAt: at }).execute()
  const mail = {
    to: `klant@${mark}.example`,
    subject: `${mark} onderwerp`,
    text: `${mark} tekst`,
    html: `<p>${mark} tekst</p>`,
    headers: {},
    messageId: `<${mark}@test>`,
  }
  await createEmlFolder(deps.config, deps.clock).send(mail, async () => {}, deliveryId)
  const kept = (await listKept(deps.config)).find((one) => one.deliveryId === deliveryId)
  return kept?.name ?? ''
}
