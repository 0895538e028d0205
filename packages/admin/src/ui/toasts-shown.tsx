import { normalizeProps, useMachine } from '@zag-js/preact'
import * as toast from '@zag-js/toast'
import { useId } from 'preact/hooks'

const store = toast.createStore({
  placement: 'bottom',
  overlap: false,
  gap: 12,
  max: 3,
  // Above the acts of an item, which stand at the foot of the window.
  offsets: { top: '16px', bottom: '128px', left: '16px', right: '16px' },
})

export interface Way {
  label: string
  onClick: () => void
}

export const show = (title: string, action?: Way) => store.create({ title, type: 'info', duration: action ? 10_000 : 5_000, action })

interface ToastProps {
  actor: toast.Options
  index: number
  parent: toast.GroupService
}

function Toast({ actor, index, parent }: ToastProps) {
  const service = useMachine(toast.machine, { ...actor, index, parent })
  const api = toast.connect(service, normalizeProps)
  return (
    <div {...api.getRootProps()}>
      <p {...api.getTitleProps()}>{api.title}</p>
      {actor.action && <button {...api.getActionTriggerProps()}>{actor.action.label}</button>}
    </div>
  )
}

export function Group({ label }: { label: string }) {
  const service = useMachine(toast.group.machine, { id: useId(), store })
  const api = toast.group.connect(service, normalizeProps)
  return (
    <div {...api.getGroupProps({ label })} class="toast-group">
      {api.getToasts().map((actor, index) => (
        <Toast key={actor.id} actor={actor} index={index} parent={service} />
      ))}
    </div>
  )
}
