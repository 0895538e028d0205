import { createElement, type ReactNode, useEffect, useRef } from 'react'
import { type Asking, asking, type Given, type Stay, stay } from './stay.ts'

export type { Attributes, Identity, Kind, Opening, Submitted } from './options.ts'
export type { Asking } from './stay.ts'

/** The options of the widget, and what to do when something happens in it. */
export interface KlankbordProps extends Given {}

/**
 * Places the widget for as long as it is rendered: a button in a corner, or with a `mode` the form or the list of outcomes where this stands.
 * A change of its props is applied; what the customer was typing stays.
 *
 * @example
 * <Klankbord site="SITE_KEY" origin="https://feedback.example.nl" onSubmitted={({ kind }) => track(kind)} />
 */
export function Klankbord(props: KlankbordProps): ReactNode {
  const element = useRef<HTMLDivElement>(null)
  const held = useRef<Stay>(null)
  useEffect(() => {
    held.current ??= stay()
    held.current.become(props, element.current)
  })
  useEffect(
    () => () => {
      held.current?.end()
      held.current = null
    },
    [],
  )
  return props.mode ? createElement('div', { ref: element }) : null
}

/**
 * What can be asked of the widget from anywhere in the application, in event handlers and effects. It is the same object at each render, and
 * what is asked before `<Klankbord>` stands on the page is kept for it.
 *
 * @example
 * const { open } = useKlankbord()
 * return <button onClick={() => open({ kind: 'idea' })}>Have an idea?</button>
 */
export const useKlankbord = (): Asking => asking
