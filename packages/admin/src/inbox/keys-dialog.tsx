import { useLanguage } from '../language.tsx'
import { Dialog } from '../ui/dialog.tsx'

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage()
  const keys = t.inbox.keys
  const rows: [string, string][] = [
    ['j', keys.next],
    ['k', keys.previous],
    ['↵', keys.accept],
    ['1 2 3', keys.candidate],
    ['g', keys.goal],
    ['v', keys.looked],
    ['r', keys.reply],
    ['n', keys.note],
    ['h', keys.how],
    ['o', keys.outcome],
    ['s', keys.spam],
    ['x', keys.select],
    ['/', keys.search],
    ['Esc', keys.leave],
    ['?', keys.help],
  ]
  return (
    <Dialog title={keys.title} onClose={onClose}>
      <dl class="keys">
        {rows.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
