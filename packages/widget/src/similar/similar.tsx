import type { Listed, Outcome, Room } from '../form/room.ts'
import { h } from '../form/taken.ts'

/** What was found for one form. */
export interface Near {
  room: Room
  found: Outcome[]
  timer?: ReturnType<typeof setTimeout>
}

const MESSAGE_MIN = 20

/** The words that tell what a text is about, without their endings: they differ where the matter is the same. */
const tell = (text: string) =>
  new Set(
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]{4,}/gu)
      ?.map((word) => word.slice(0, 5)),
  )

/** Looks for what was done about this already. One word in common is chance; two are the same matter. */
export async function findSimilar(near: Near) {
  const { room } = near
  const { draft, options, view, loop } = room
  const words = tell(draft.message)
  if (draft.message.length < MESSAGE_MIN || words.size < 3 || view !== 'say') return
  const path = `/sites/${options.site}/outcomes?limit=5&q=${encodeURIComponent(draft.message.slice(0, 200))}`
  const { body } = (await loop?.ask<Listed<Outcome>>(room, 'GET', path)) ?? {}
  const isNear = ({ title, did }: Outcome) => [...tell(`${title} ${did}`)].filter((word) => words.has(word)).length > 1
  // Sent or thrown away meanwhile: it is about nothing that is being written.
  near.found = (room.draft.message && body?.items.filter(isNear).slice(0, 2)) || []
  room.draw()
}

/** What was done about this already: one quiet line under the words that are being typed, which leaves room for them on a phone. */
export const Similar = ({ room, found }: Near) =>
  room.draft.message.length >= MESSAGE_MIN &&
  found[0] && (
    <details class="similar">
      <summary class="quiet">
        {room.texts.similar}: {found[0].title}
      </summary>
      {found.map(({ title, did, measure }) => (
        <section class="card">
          <h3>{title}</h3>
          <p dir="auto">{did}</p>
          {room.loop?.Change(room, measure)}
        </section>
      ))}
    </details>
  )
