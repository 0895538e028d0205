import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface PartProps {
  title: string
  lead?: ComponentChildren
  children: ComponentChildren
}

/** One subject of the page, under a heading of its own. */
export function Part({ title, lead, children }: PartProps) {
  const id = useId()
  return (
    <section class="routing-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead && <p class="soft page-lead">{lead}</p>}
      {children}
    </section>
  )
}
