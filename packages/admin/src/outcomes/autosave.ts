import { type Outcome, outcomeEndpoints } from '@klankbord/shared/outcomes'
import { useEffect, useRef, useState } from 'preact/hooks'
import { call } from '../api.ts'
import { keepDraft } from '../drafts.ts'
import { notice } from '../queries.ts'
import { type Draft, inputOf, isReady, isWhole } from './draft.ts'

const PAUSE_MS = 700

export type SaveState = 'untouched' | 'local' | 'saving' | 'saved' | 'failed'

interface Saved {
  id: string | null
  state: SaveState
  /** Counts what reached the server since the page was opened. */
  version: number
  error: unknown
}

interface Autosave extends Saved {
  /** Saves what is written now and waits for it; the outcome's id, or null when it could not be saved. */
  flush: () => Promise<string | null>
}

/** Where writing began: a blank under a name of its own, or what the server has. */
export interface Beginning {
  id: string | null
  /** Under which it is kept on this device until it has an id. */
  name: string
  draft: Draft
}

/** The name under which a draft with this id is kept on this device. */
export const keptName = (id: string): string => `outcome:${id}`

const asSent = (draft: Draft): string => JSON.stringify(inputOf(draft))

/**
 * Keeps a draft safe while it is written: at once on this device, and on the server as soon as there is enough
 * of it, one request at a time so that a slow one never overwrites a newer text or makes a second draft.
 */
export function useAutosave(beginning: Beginning, draft: Draft, onSaved: (outcome: Outcome) => void): Autosave {
  const [saved, setSaved] = useState<Saved>({ id: beginning.id, state: 'untouched', version: 0, error: null })
  const id = useRef(beginning.id)
  const latest = useRef(draft)
  latest.current = draft
  const kept = useRef(asSent(beginning.draft))
  const running = useRef<Promise<void> | null>(null)
  const isBehind = () => kept.current !== asSent(latest.current)
  const change = (part: Partial<Saved>) => setSaved((before) => ({ ...before, ...part }))

  const save = async () => {
    change({ state: 'saving', error: null })
    try {
      while (isBehind() && isReady(latest.current)) {
        const sent = asSent(latest.current)
        const outcome = await send(id.current, latest.current)
        kept.current = sent
        id.current = outcome.id
        onSaved(outcome)
      }
      forget(beginning, id.current, latest.current)
      setSaved(({ version }) => ({ id: id.current, state: 'saved', version: version + 1, error: null }))
    } catch (error) {
      change({ id: id.current, state: 'failed', error })
      notice(error)
    }
  }
  const flush = async () => {
    running.current ??= save().finally(() => {
      running.current = null
    })
    await running.current
    return isBehind() ? null : id.current
  }
  const keep = () => {
    if (!isBehind() && isWhole(latest.current)) return
    keepDraft(id.current ? keptName(id.current) : beginning.name, latest.current, false)
    change({ state: 'local' })
  }
  useAfterPause(JSON.stringify(draft), keep, () => isBehind() && isReady(latest.current) && void flush())
  return { ...saved, flush }
}

function send(id: string | null, draft: Draft): Promise<Outcome> {
  const { goalId, ...changes } = inputOf(draft)
  return id === null ? call(outcomeEndpoints.createOutcome, { goalId, ...changes }) : call(outcomeEndpoints.changeOutcome, { id, ...changes })
}

/** What the server has need not be kept here, but for a translation that it has not got yet. */
function forget({ name }: Beginning, id: string | null, draft: Draft) {
  keepDraft(name, null, true)
  if (id !== null) keepDraft(keptName(id), draft, isWhole(draft))
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
