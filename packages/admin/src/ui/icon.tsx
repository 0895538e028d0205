import type { IconNode } from 'lucide'
import { h } from 'preact'

/** A line icon. It says nothing to a screen reader: the words beside it, or the label of its button, do. */
export const Icon = ({ of }: { of: IconNode }) => (
  <svg
    class="icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    {of.map(([tag, attributes], index) => h(tag, { ...attributes, key: index }))}
  </svg>
)
