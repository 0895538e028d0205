import { WifiOff } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useLanguage } from '../language.tsx'
import { Icon } from '../ui/icon.tsx'
import { useKept } from '../ui/kept.ts'
import { connection } from './connection.ts'

export const useIsLost = () => useKept(connection, (state) => state === 'lost')

/** Tells that the connection is lost, for as long as it is. A dialog has one of its own: it covers that of the page. */
export function LostNote({ children }: { children?: ComponentChildren }) {
  const { t } = useLanguage()
  const isLost = useIsLost()
  return (
    <div class="connection" role="status" data-lost={isLost || undefined}>
      {isLost && (
        <p>
          <Icon of={WifiOff} />
          <span>
            {t.live.lost} {children}
          </span>
        </p>
      )}
    </div>
  )
}
