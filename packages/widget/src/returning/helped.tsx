import { type Helped as Answer, helpedAnswers, type ReactionReason, reasonsFor } from '@klankbord/shared/widget'
import type { Room, Thread } from '../form/room.ts'
import { h, Pick } from '../form/taken.ts'
import { Fragment } from '../view.ts'

type Given = Omit<NonNullable<Thread['reaction']>, 'at'>

/** Whether it helped: told with one tap. What is not right yet, and words, may follow. */
export function Helped(room: Room, item: Thread) {
  const { texts, loop } = room
  const reaction: Given | null = item.reaction
  const react = (given: Given) => {
    // Until the server tells more of it, this is all that is shown.
    room.item = { ...item, reaction: given as Thread['reaction'] }
    loop?.post(room, 'PUT', `/mine/feedback/${item.id}/reaction`, given)
    room.draw()
  }
  return (
    <>
      {Pick({
        id: 'helped',
        question: texts.helped,
        options: helpedAnswers,
        words: texts,
        isChosen: (value) => reaction?.helped === value,
        // The same answer again would take away the words that came with it.
        onPick: (helped: Answer) => helped !== reaction?.helped && react({ helped, reasons: [], text: '' }),
      })}
      <p role="status">{reaction && (reaction.helped === 'no' ? texts.helpedReopened : texts.helpedThanks)}</p>
      {reaction &&
        (reaction.text || reaction.reasons[0] ? (
          <blockquote dir="auto">{[...reaction.reasons.map((reason) => texts[reason]), reaction.text].join('\n')}</blockquote>
        ) : (
          More(room, item, reaction.helped, react)
        ))}
    </>
  )
}

/** Why not, and words: kept on the device until they are sent together. */
function More(room: Room, { id, outcome }: Thread, helped: Answer, react: (given: Given) => void) {
  const { box, texts, loop } = room
  const name = `why:${id}`
  const reasons = (helped !== 'yes' && box.recall<ReactionReason[]>(name)) || []
  return (
    <>
      {helped !== 'yes' &&
        Pick({
          id: 'why',
          question: texts.reasonsAsked,
          options: reasonsFor[outcome?.kind ?? 'done'],
          words: texts,
          isChosen: (value) => reasons.includes(value as ReactionReason),
          onPick(reason: ReactionReason) {
            box.keep(name, reasons.includes(reason) ? reasons.filter((one) => one !== reason) : [...reasons, reason])
            room.draw()
          },
        })}
      {loop?.Write(
        room,
        `helped:${id}`,
        texts.helpedWords,
        (text) => {
          box.keep(name, null)
          react({ helped, reasons, text })
        },
        !!reasons[0],
      )}
    </>
  )
}
