import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

let arrived = false

/** Puts focus on the heading of a page that was navigated to, so that a screen reader says where one is. Not on the first page. */
function useArrival(name: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (arrived) heading.current?.focus({ preventScroll: true })
    arrived = true
  }, [name])
  return heading
}

export function useTitle(title: string) {
  useEffect(() => {
    document.title = `${title} · Klankbord`
  }, [title])
}

interface HeadingProps {
  title: string
  class?: string
  children?: ComponentChildren
}

export function PageHeading({ title, children, class: className }: HeadingProps) {
  const heading = useArrival(title)
  useTitle(title)
  return (
    <h1 ref={heading} tabIndex={-1} class={className}>
      {children ?? title}
    </h1>
  )
}

interface PageProps {
  title: string
  lead?: ComponentChildren
  acts?: ComponentChildren
  wide?: boolean
  children: ComponentChildren
}

/** A page with a heading above a column of content. */
export const Page = ({ title, lead, acts, wide, children }: PageProps) => (
  <div class="page" data-wide={wide || undefined}>
    <header class="page-head">
      <div class="stack" data-gap="small">
        <PageHeading title={title} />
        {lead && <p class="soft page-lead">{lead}</p>}
      </div>
      {acts && <div class="row">{acts}</div>}
    </header>
    {children}
  </div>
)
