import type { Rating } from '@klankbord/shared/feedback'
import type { Kind } from '@klankbord/shared/widget'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import type { RoutableItem } from '../routing/route-to-goal.ts'

/** What came in, as rules see it. */
export type TriedItem = RoutableItem & { id: string }

/** The newest feedback that is still there to read, newest first. Read beside everything else, since it is a lot. */
export async function listNewestItems(db: Db, scope: Scope, limit: number): Promise<TriedItem[]> {
  const rows = await db.scan(
    db
      .within(scope)
      .selectFrom('feedbackItems')
      .innerJoin('sites', 'sites.id', 'feedbackItems.siteId')
      .select(['feedbackItems.id', 'kind', 'message', 'pageUrl', 'feedbackItems.locale', 'ratingScale', 'ratingValue', 'attributes'])
      .select(['siteId', 'sites.key as siteKey', 'sites.name as siteName'])
      .where('status', '!=', 'spam')
      .where('erasedAt', 'is', null)
      .orderBy('submittedAt', 'desc')
      .orderBy('feedbackItems.id', 'desc')
      .limit(limit),
  )
  return rows.map(({ id, kind, message, pageUrl, locale, ratingScale, ratingValue, attributes, siteId, siteKey, siteName }) => ({
    ...{ id, message, pageUrl, locale },
    kind: kind as Kind,
    rating: ratingScale === null ? null : ({ scale: ratingScale, value: ratingValue } as Rating),
    attributes: JSON.parse(attributes) as Record<string, string>,
    site: { id: siteId, key: siteKey, name: siteName },
  }))
}
