import { newId } from '../src/db/ids.ts'
import type { Planting } from './tenants.ts'

/** A team got the name that it has. */
export async function plantChange({ mine, at, mark }: Pick<Planting, 'mine' | 'at' | 'mark'>, teamId: string): Promise<string> {
  const id = newId()
  const detail = JSON.stringify({ name: `${mark} vroeger`, from: { name: `${mark} vroeger` }, to: { name: `${mark} ander team` } })
  const actor = { actorKind: 'system', actorId: null, actorName: null }
  await mine.insertInto('events', { ...actor, id, feedbackItemId: null, aboutId: teamId, type: 'team.changed', detail, createdAt: at }).execute()
  return id
}
