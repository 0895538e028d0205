import { type Outcome, outcomeEndpoints } from '@klankbord/shared/outcomes'
import { useEffect, useRef, useState } from 'preact/hooks'
import { call, isProblem } from '../api.ts'
import { keepDraft } from '../drafts.ts'
import { type Draft, inputOf, isReady } from './draft.ts'

const PAUSE_MS = 700

export type SaveState = 'untouched' | 'local' | 'saving' | 'saved' | 'failed'

interface Autosave {
  id: string | null
  state: SaveState
  error: unknown
  /** Saves what is written now and waits for it; the outcome's id, or null when it could not be saved. */
  flush: () => Promise<string | null>
}

/**
 * Keeps a draft safe while it is written: at once on this device under `name`, and on the server as soon as there is enough
 * of it, one request at a time so that a slow one never overwrites a newer text or makes a second draft.
 */
export function useAutosave(name: string, draft: Draft, firstId: string | null, onCreated: (outcome: Outcome) => void): Autosave {
  const [saved, setSaved] = useState<{ id: string | null; state: SaveState; error: unknown }>({ id: firstId, state: 'untouched', error: null })
  const id = useRef(firstId)
  const latest = useRef(draft)
  latest.current = draft
  const text = JSON.stringify(inputOf(draft))
  const kept = useRef(text)
  const running = useRef<Promise<void> | null>(null)

  const saveOnce = async () => {
    const input = inputOf(latest.current)
    const sent = JSON.stringify(input)
    const { goalId: _, ...changes } = input
    const outcome =
      id.current === null
        ? await call(outcomeEndpoints.createOutcome, input)
        : await call(outcomeEndpoints.changeOutcome, { id: id.current, ...changes })
    kept.current = sent
    if (id.current === null) {
      id.current = outcome.id
      onCreated(outcome)
    }
  }
  const save = async () => {
    setSaved((before) => ({ ...before, state: 'saving', error: null }))
    try {
      while (kept.current !== JSON.stringify(inputOf(latest.current)) && isReady(latest.current)) await saveOnce()
      keepDraft(name, null, true)
      setSaved({ id: id.current, state: 'saved', error: null })
    } catch (error) {
      setSaved({ id: id.current, state: 'failed', error: isProblem(error, 'unauthenticated') ? null : error })
    }
  }
  const flush = async () => {
    running.current ??= save().finally(() => {
      running.current = null
    })
    await running.current
    return kept.current === JSON.stringify(inputOf(latest.current)) ? id.current : null
  }
  useAfterPause(
    text,
    () => text !== kept.current && keepDraft(name, latest.current, false),
    () => {
      if (text === kept.current) return
      if (isReady(latest.current)) void flush()
      else setSaved((before) => ({ ...before, state: 'local' }))
    },
  )
  return { ...saved, flush }
}

/** Calls `atOnce` for every change, and `later` when the changes pause. */
function useAfterPause(text: string, atOnce: () => void, later: () => void) {
  const acts = useRef({ atOnce, later })
  acts.current = { atOnce, later }
  useEffect(() => {
    acts.current.atOnce()
    const timer = setTimeout(() => acts.current.later(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
}
