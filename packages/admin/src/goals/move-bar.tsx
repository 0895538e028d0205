import { useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { Button } from '../ui/button.tsx'
import type { Moving } from './moving.ts'
import type { GoalIndex } from './tree.ts'

/** While a goal is on its way: where it would go, in words for every reader, and a place to drop it at the top. */
export function MoveBar({ moving, index }: { moving: Moving; index: GoalIndex }) {
  const { t } = useFullLanguage()
  const { picked } = moving
  const [hovered, setHovered] = useState(false)
  const over = picked?.over ? index.goals.get(picked.over) : undefined
  const words = picked ? (over ? t.goals.move.under(picked.goal.title, over.title) : t.goals.move.toTop(picked.goal.title)) : ''
  return (
    <div class="move-place">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a place for the mouse to drop on, which the keyboard reaches with Home */}
      <div
        class="move-bar"
        data-on={picked ? true : undefined}
        data-over={(picked && (hovered || picked.over === null)) || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setHovered(true)
          moving.aim(null)
        }}
        onDragLeave={() => setHovered(false)}
        onDrop={(event) => {
          event.preventDefault()
          setHovered(false)
          moving.drop()
        }}
      >
        <p role="status">{words}</p>
        {picked && (
          <>
            <p class="soft note-size">{t.goals.move.keys}</p>
            <Button small onClick={moving.cancel}>
              {t.cancel}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
