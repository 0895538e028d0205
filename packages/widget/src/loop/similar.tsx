import type { Listed, Outcome, Room } from '../form/room.ts'
import { ask } from './ask.ts'
import { h } from './kit.ts'
import { Change } from './outcomes.tsx'

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
export async function findSimilar(room: Room) {
  const { draft, options, view } = room
  const words = tell(draft.message)
  if (draft.message.length < MESSAGE_MIN || words.size < 3 || view !== 'say') return
  const path = `/sites/${options.site}/outcomes?limit=5&q=${encodeURIComponent(draft.message.slice(0, 200))}`
  const { body } = await ask<Listed<Outcome>>(room, 'GET', path)
  const near = ({ title, did }: Outcome) => [...tell(`${title} ${did}`)].filter((word) => words.has(word)).length > 1
  // Sent or thrown away meanwhile: it is about nothing that is being written.
  room.similar = room.draft.message ? body?.items.filter(near).slice(0, 2) : []
  room.draw()
}

/** What was done about this already: a quiet line each, under the words that are being typed. */
export const Similar = (room: Room) =>
  room.draft.message.length >= MESSAGE_MIN &&
  room.similar?.[0] && (
    <small class="similar">
      {room.texts.similar}
      {room.similar.map(({ title, did, measure }) => (
        <details>
          <summary>{title}</summary>
          <p dir="auto">{did}</p>
          {Change(room, measure)}
        </details>
      ))}
    </small>
  )
