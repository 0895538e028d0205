import { type DefineSetupFnComponent, defineComponent, h, onActivated, onBeforeUnmount, onDeactivated, shallowRef, watchEffect } from 'vue'
import type { Submitted } from './options.ts'
import { type Asking, asking, type Given, stay } from './stay.ts'

export type { Attributes, Identity, Kind, Opening, Submitted } from './options.ts'
export type { Asking } from './stay.ts'

/** The options of the widget. */
export interface KlankbordProps extends Omit<Given, `on${string}`> {}

/** What the component tells the page. */
export type KlankbordEmits = {
  submitted: (item: Submitted) => void
  opened: () => void
  closed: () => void
  /** How many changes the customer has not seen yet. */
  news: (count: number) => void
  error: (error: { message: string }) => void
}

/**
 * Places the widget for as long as it is rendered: a button in a corner, or with a `mode` the form or the list of outcomes where this stands.
 * A change of its props is applied; what the customer was typing stays.
 *
 * @example
 * <Klankbord site="SITE_KEY" origin="https://feedback.example.nl" @submitted="({ kind }) => track(kind)" />
 */
export const Klankbord: DefineSetupFnComponent<KlankbordProps, KlankbordEmits> = defineComponent<KlankbordProps, KlankbordEmits>(
  (_, { attrs }) => {
    const element = shallowRef<HTMLElement>()
    const held = stay()
    const become = () => held.become({ ...attrs } as unknown as Given, element.value)
    watchEffect(become, { flush: 'post' })
    onActivated(become)
    onDeactivated(held.end)
    onBeforeUnmount(held.end)
    return () => (attrs.mode ? h('div', { ref: element }) : null)
  },
  // Props and listeners are handed on as they are, so that their names need not be listed.
  { name: 'Klankbord', inheritAttrs: false },
)

/**
 * What can be asked of the widget from anywhere in the application. What is asked before `<Klankbord>` stands on the page is kept for it.
 *
 * @example
 * const { open } = useKlankbord()
 * // <button @click="open({ kind: 'idea' })">Have an idea?</button>
 */
export const useKlankbord = (): Asking => asking
