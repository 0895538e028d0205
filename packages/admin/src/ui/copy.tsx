import { Check, Copy as CopyIcon } from 'lucide'
import { useState } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { Button } from './button.tsx'

/** A line to take along: the text, and a button that puts it on the clipboard. */
export function Copy({ label, text }: { label: string; text: string }) {
  const { t } = useLanguage()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      setTimeout(() => setCopied(false), 2_000)
    } catch {
      // Not allowed on plain http: the text is there to be selected.
    }
  }
  return (
    <fieldset class="copy" aria-label={label}>
      <code>{text}</code>
      <Button small icon={copied ? Check : CopyIcon} onClick={() => void copy()}>
        {copied ? t.copied : t.copy}
      </Button>
    </fieldset>
  )
}
