import type { Room } from '../form/room.ts'
import { h } from './kit.ts'
import { Change } from './outcomes.tsx'

/** What was done about this already, quietly under the words that are being typed. */
export const Similar = ({ room }: { room: Room }) =>
  !!room.similar?.[0] && (
    <section class="card">
      <h3>{room.texts.similar}</h3>
      {room.similar.map(({ title, did, measure }) => (
        <details>
          <summary>{title}</summary>
          <p dir="auto">{did}</p>
          <Change room={room} measure={measure} />
        </details>
      ))}
    </section>
  )
