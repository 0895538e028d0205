import type { ComponentChildren } from 'preact'
import '../styles/threshold.css'
import { PageHeading } from '../ui/page.tsx'

interface ThresholdProps {
  title: string
  lead?: ComponentChildren
  above?: ComponentChildren
  children: ComponentChildren
}

/** A page for who is not inside yet: one column, one thing to do. */
export const Threshold = ({ title, lead, above, children }: ThresholdProps) => (
  <main class="threshold">
    <div class="threshold-column">
      <p class="threshold-mark">
        <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.25" stroke-linecap="round" aria-hidden="true">
          <path d="M6 5v14M11 8.5c2.2 1.9 2.2 5.1 0 7M15.5 5c4.3 3.7 4.3 10.3 0 14" />
        </svg>
        Klankbord
      </p>
      {above}
      <header class="stack" data-gap="small">
        <PageHeading title={title} />
        {lead && <p class="soft">{lead}</p>}
      </header>
      {children}
    </div>
  </main>
)
