import type { Moving } from './moving.ts'
import type { GoalIndex, Order, Row } from './tree.ts'
import { Fold, GoalCells, TeamCells } from './tree-row.tsx'

interface TreeItemProps {
  row: Row
  index: GoalIndex
  order: Order
  top: number
  height: number
  /** The one row that Tab stops at. */
  stop: boolean
  /** Null for who may not move anything. */
  moving: Moving | null
  onOpen: () => void
  onToggle: () => void
  onFocus: () => void
}

export function TreeItem({ row, index, order, top, height, stop, moving, onOpen, onToggle, onFocus }: TreeItemProps) {
  const { branch } = row
  const picked = moving?.picked
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree listens to the keys
    <div
      role="treeitem"
      class="tree-item"
      data-id={branch.id}
      data-kind={branch.kind}
      data-found={row.found ? undefined : 'no'}
      data-picked={picked?.goal.id === branch.id || undefined}
      data-over={picked?.over === branch.id || undefined}
      data-closed-to={picked && !picked.places.has(branch.id) ? true : undefined}
      tabIndex={stop ? 0 : -1}
      aria-level={row.depth + 1}
      aria-posinset={row.at}
      aria-setsize={row.of}
      aria-expanded={row.open ?? undefined}
      aria-selected={stop}
      style={{ insetBlockStart: `${top}px`, blockSize: `${height}px`, '--depth': row.depth }}
      onClick={(event) => {
        // The link in it goes there by itself, in a new window too.
        if (!(event.target instanceof Element && event.target.closest('a'))) onOpen()
      }}
      onFocusIn={onFocus}
      {...(moving ? dragging(row, moving) : {})}
    >
      <Fold open={row.open} onToggle={onToggle} />
      {branch.kind === 'team' ? (
        <TeamCells team={branch.team} goals={goalsIn(index, branch.id)} />
      ) : (
        <GoalCells goal={branch.goal} index={index} order={order} />
      )}
    </div>
  )
}

const goalsIn = (index: GoalIndex, teamId: string) => index.inTeam.get(teamId)?.length ?? 0

/** What a mouse needs to pick a goal up and put it under another. */
function dragging({ branch }: Row, moving: Moving) {
  const isPlace = () => moving.picked?.places.has(branch.id) ?? false
  return {
    draggable: branch.kind === 'goal',
    // A finger that rests would begin a drag of the browser's own, which scrolls no further and shows nothing of where it lands.
    onPointerDown: ({ currentTarget, pointerType }: PointerEvent & { currentTarget: HTMLElement }) => {
      currentTarget.draggable = branch.kind === 'goal' && pointerType === 'mouse'
    },
    onDragStart: (event: DragEvent) => {
      if (branch.kind !== 'goal') return
      event.dataTransfer?.setData('text/plain', branch.goal.title)
      if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move'
      moving.pickUp(branch.goal)
    },
    onDragOver: (event: DragEvent) => {
      if (!isPlace()) return
      event.preventDefault()
      if (moving.picked?.over !== branch.id) moving.aim(branch.id)
    },
    onDrop: (event: DragEvent) => {
      if (!isPlace()) return
      event.preventDefault()
      moving.drop()
    },
    // After a drop there is nothing left to cancel.
    onDragEnd: moving.cancel,
  }
}
