import { useFullLanguage } from '../full-language.ts'
import { isApple } from '../ui/apple.ts'
import { Dialog } from '../ui/dialog.tsx'
import { actNames, acts, keyGroups } from './keys.ts'

/** Named together, as one line. */
const TOGETHER = ['first', 'second', 'third']

export default function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useFullLanguage()
  const texts = t.keys
  const named = (group: string) => actNames.filter((act) => acts[act].group === group && !TOGETHER.includes(act))
  return (
    <Dialog title={texts.title} onClose={onClose} wide>
      <div class="key-groups">
        {keyGroups.map((group) => (
          <section key={group} aria-labelledby={`keys-${group}`}>
            <h3 id={`keys-${group}`}>{texts.groups[group]}</h3>
            <dl class="keys">
              {named(group).map((act) => (
                <div key={act}>
                  <dt>
                    <kbd>{isApple ? acts[act].shown.replace('Ctrl', '⌘') : acts[act].shown}</kbd>
                  </dt>
                  <dd>{texts.acts[act]}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
