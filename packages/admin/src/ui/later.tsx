import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { lazy } from 'preact-iso'
import { useLanguage, withTexts } from '../language.tsx'
import { holdKeys } from './held-keys.ts'
import { say } from './toasts.tsx'

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>
type LoadAny = () => Promise<{ default: unknown }>

const loaded = new Map<unknown, ComponentType<never>>()

/** A page that is fetched when one goes there. */
export const lazily = <Props,>(load: Load<Props>) => lazy(() => withTexts(load()))

async function fetchPart(load: LoadAny) {
  const module = await withTexts(load())
  loaded.set(load, module.default as ComponentType<never>)
}

/** Fetches a part before it is asked for, so that whoever types right after the key finds its field there. What fails is tried again when it is needed. */
export const fetchSoon = (load: LoadAny) => {
  if (!loaded.has(load)) void fetchPart(load).catch(() => undefined)
}

type LaterProps<Props> = { load: Load<Props> } & Props

/** A part that is fetched when it is first needed, such as a dialog. `load` must be one function for the life of the page. */
export function Later<Props extends object>({ load, ...props }: LaterProps<Props>) {
  const { t } = useLanguage()
  const [, setCount] = useState(0)
  useEffect(() => {
    if (loaded.has(load)) return
    let wanted = true
    const close = 'onClose' in props && typeof props.onClose === 'function' ? (props.onClose as () => void) : undefined
    const letGo = close && holdKeys({ onEscape: close })
    fetchPart(load).then(
      () => {
        if (!wanted) return
        setCount((count) => count + 1)
        void letGo?.(true)
      },
      () => {
        if (!wanted) return
        say(t.problems.unreachable)
        // It can be asked for again only once it is closed.
        close?.()
      },
    )
    return () => {
      wanted = false
      void letGo?.(false)
    }
  }, [load])
  const Part = loaded.get(load) as ComponentType<Props> | undefined
  return Part ? <Part {...(props as unknown as Props)} /> : null
}
