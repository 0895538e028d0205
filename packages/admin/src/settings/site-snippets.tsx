import type { Site } from '@klankbord/shared/sites'
import { useFullLanguage } from '../full-language.ts'
import { Copy } from '../ui/copy.tsx'

/** The line to paste: the one that always loads the newest build, and the one that names a build. */
export function Snippets({ site }: { site: Site }) {
  const { t } = useFullLanguage()
  const texts = t.sites.snippets
  return (
    <>
      <div class="stack" data-gap="small">
        <p>{texts.plain}</p>
        <Copy label={t.settings.sites.snippet} text={site.snippet} />
      </div>
      {site.pinnedSnippet && (
        <details class="stack">
          <summary>{texts.pinnedTitle}</summary>
          <div class="stack" data-gap="small">
            <p class="soft note-size">{texts.pinned}</p>
            <Copy label={texts.pinnedTitle} text={site.pinnedSnippet} />
          </div>
        </details>
      )}
    </>
  )
}
