import type { Product } from '@klankbord/server/testing'

/** A small company with one of everything that the admin app shows. */
export interface Company {
  goalId: string
  measureId: string
  siteId: string
  siteKey: string
  /** Items that no rule recognised. */
  unrouted: string[]
  /** Items that a rule gave to the goal. */
  routed: string[]
  draftId: string
  publishedId: string
}

const words = [
  { kind: 'complaint', message: 'Mijn reparatie was te laat klaar, en niemand belde.', name: 'Marieke Postma' },
  { kind: 'compliment', message: 'De leenfiets tijdens de reparatie was een uitkomst.' },
  { kind: 'complaint', message: 'De reparatie kostte meer dan de offerte.', name: 'R. Dijkstra' },
  { kind: 'idea', message: 'Zet een pomp buiten de winkel.', name: 'Lotte' },
  { kind: 'question', message: 'Wat zijn jullie openingstijden met kerst?' },
  { kind: 'idea', message: 'Stuur een berichtje als de fiets klaar is.' },
]

/** A GIF of one pixel. */
const PICTURE = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/** Makes the company in a fresh product. Names are made unique by `mark`, since a product is shared by the tests of a file. */
export async function foundCompany(product: Product, origin: string, mark: string): Promise<Company> {
  const make = async (method: string, path: string, body?: unknown) => {
    const answer = await product.api(method, path, body)
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const { member } = await make('GET', '/api/v1/me')
  const [site] = (await make('GET', '/api/v1/sites')).items
  const team = await make('POST', '/api/v1/teams', { name: `Werkplaats ${mark}`, level: 'team' })
  await make('PATCH', `/api/v1/members/${member.id}`, { teams: [...member.teams, { teamId: team.id, role: 'lead' }] })
  const goal = await make('POST', '/api/v1/goals', {
    title: `Klaar op de beloofde dag ${mark}`,
    why: 'Wie zonder fiets zit, mist de trein.',
    teamId: team.id,
    replyWithinDays: 3,
  })
  await make('POST', '/api/v1/routing/rules', { goalId: goal.id, when: [{ field: 'message', op: 'contains word', value: 'reparatie' }], position: 0 })
  await make('POST', '/api/v1/initiatives', { goalId: goal.id, title: `Bellen als het later wordt ${mark}`, plan: 'We bellen je voortaan zelf.' })
  const measure = await make('POST', '/api/v1/measures', {
    goalId: goal.id,
    name: 'Op tijd klaar',
    unit: '%',
    direction: 'up',
    baseline: 71,
    target: 95,
    source: 'entered',
  })
  await make('POST', `/api/v1/measures/${measure.id}/points`, [
    { at: '2026-01-01', value: 71 },
    { at: '2026-02-01', value: 83 },
  ])
  const sent: string[] = []
  const [sentPicture, secondPicture] = await Promise.all(
    [PICTURE, PICTURE].map((picture) =>
      product.request('POST', `/widget/v1/sites/${site.key}/attachments`, picture, { Origin: origin, 'content-type': 'image/gif' }),
    ),
  )
  for (const [index, said] of words.entries()) {
    const answer = await product.request(
      'POST',
      `/widget/v1/sites/${site.key}/feedback`,
      { ...said, locale: 'nl', ...(index === 0 && { attachments: [sentPicture?.body.id, secondPicture?.body.id] }) },
      { Origin: origin, 'Idempotency-Key': `${mark}-${index}` },
    )
    sent.push(answer.body.id)
  }
  const [first = '', second = '', third = '', ...unrouted] = sent
  const outcome = {
    goalId: goal.id,
    kind: 'done',
    did: 'Elke ochtend bellen we wie later aan de beurt is.',
    better: 'Niemand wacht voor niets.',
    nothingMore: true,
    locale: 'nl',
  }
  const draft = await make('POST', '/api/v1/outcomes', { ...outcome, title: `Concept ${mark}`, feedbackIds: [second] })
  const published = await make('POST', '/api/v1/outcomes', { ...outcome, title: `We bellen je ${mark}`, feedbackIds: [third] })
  await make('PUT', `/api/v1/outcomes/${published.id}/publication`, {})
  return {
    goalId: goal.id,
    measureId: measure.id,
    siteId: site.id,
    siteKey: site.key,
    unrouted,
    routed: [first, second],
    draftId: draft.id,
    publishedId: published.id,
  }
}
