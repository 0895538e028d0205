import type { FeedbackItem } from '@klankbord/shared/feedback'
import { type HeldReply, heldReplyEndpoints } from '@klankbord/shared/held-replies'
import { useMutation } from '@tanstack/preact-query'
import { useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { call, isProblem } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { queryClient } from '../queries.ts'
import { say } from '../ui/toasts.tsx'
import { toldStale, versionUntold } from './changed.ts'
import { feedbackChanged, itemQuery } from './queries.ts'
import { inboxAddress } from './views.ts'
import { keepReply, write } from './writing.ts'

/** Takes a reply back before it goes out, and puts its words where they were written. */
export function useTakeBack() {
  const { t } = useLanguage()
  const { route } = useLocation()
  const me = useMe().member?.id
  return useMutation({
    mutationFn: ({ id, replyId }: { id: string; replyId: string }) => call(heldReplyEndpoints.takeBackReply, { id, replyId }),
    onSuccess: (held, { id }) => {
      keepReply(me, id, held.text)
      write({ id, mode: 'reply' })
      feedbackChanged()
      say(t.item.compose.takenBack)
      if (!location.pathname.endsWith(`/${id}`)) route(inboxAddress({ view: 'all', id }))
    },
    onError: (error) => {
      feedbackChanged()
      say(isProblem(error, 'conflict') ? t.item.compose.tooLate : t.problems.unreachable)
    },
  })
}

interface Reply {
  text: string
  asks: boolean
}

interface Seen extends Reply {
  /** The item as it was when it was sent. */
  seen: FeedbackItem
}

/** Sends a reply that can be taken back for ten seconds; the server holds it, so that closing the page loses nothing. */
export function useHold(item: FeedbackItem, done: () => void) {
  const { t } = useLanguage()
  const takeBack = useTakeBack()
  // The same for every attempt at the same words: however often it is tried, it is held once.
  const attempt = useRef({ words: '', key: '' })
  const sendAt = ({ text, asks, seen: { id } }: Seen, version: number) => {
    const words = JSON.stringify([text, asks])
    if (attempt.current.words !== words) attempt.current = { words, key: crypto.randomUUID() }
    return call(heldReplyEndpoints.holdReply, { id, text, asks, version }, { idempotencyKey: attempt.current.key })
  }
  const send = (reply: Seen) =>
    sendAt(reply, reply.seen.version).catch(async (error) => {
      // Who takes a reply back and sends it again at once may be quicker than the item is read.
      const version = isProblem(error, 'stale') ? await versionUntold(reply.seen) : null
      if (version === null) throw error
      return sendAt(reply, version)
    })
  const { mutate, ...hold } = useMutation({
    mutationFn: send,
    onSuccess: (held, { seen }) => {
      attempt.current = { words: '', key: '' }
      showHeld(seen.id, held)
      feedbackChanged()
      say(t.item.compose.held, { label: t.item.compose.takeBack, onClick: () => takeBack.mutate({ id: seen.id, replyId: held.id }) })
      done()
    },
    onError: (error, reply) => {
      toldStale(error, { before: reply.seen, act: 'reply', again: (version) => mutate({ ...reply, seen: { ...reply.seen, version } }) })
    },
  })
  return { ...hold, send: (reply: Reply) => mutate({ ...reply, seen: item }) }
}

const showHeld = (id: string, held: HeldReply) =>
  queryClient.setQueryData(itemQuery(id).queryKey, (item) => item && { ...item, held: [...item.held.filter((one) => one.id !== held.id), held] })
