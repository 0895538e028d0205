import { type RulesVersion, routingEndpoints } from '@klankbord/shared/routing'
import { useInfiniteQuery, useMutation } from '@tanstack/preact-query'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ProblemNote, Read } from '../ui/states.tsx'
import { versionsQuery } from './queries.ts'
import { RuleWords } from './rule-words.tsx'
import { useWayBack } from './way-back.ts'

/** How the rules stood: who changed what and when, and each to be taken up again. */
export function Versions({ onClose }: { onClose: () => void }) {
  const { t } = useFullLanguage()
  const texts = t.routing.versions
  const versions = useInfiniteQuery(versionsQuery)
  const withWayBack = useWayBack()
  const restore = useMutation({
    mutationFn: (number: number) => withWayBack(() => call(routingEndpoints.restoreRulesVersion, { number }), texts.restored(number)),
    onSuccess: onClose,
  })
  return (
    <Dialog title={texts.title} onClose={onClose} wide>
      <ProblemNote error={restore.error} />
      <Read query={versions}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) return <p class="soft">{texts.none}</p>
          return (
            <ol class="entries">
              {items.map((version, index) => (
                <Version
                  key={version.number}
                  version={version}
                  before={items[index + 1]}
                  onRestore={index === 0 ? undefined : () => !restore.isPending && restore.mutate(version.number)}
                />
              ))}
            </ol>
          )
        }}
      </Read>
      {versions.hasNextPage && (
        <div>
          <Button busy={versions.isFetchingNextPage} onClick={() => void versions.fetchNextPage()}>
            {t.showMore}
          </Button>
        </div>
      )}
    </Dialog>
  )
}

interface VersionProps {
  version: RulesVersion
  before: RulesVersion | undefined
  /** Left out for what routes now. */
  onRestore: (() => void) | undefined
}

function Version({ version, before, onRestore }: VersionProps) {
  const { t, dates } = useFullLanguage()
  const texts = t.routing.versions
  const { kind, ruleId, from } = version.change
  const touched = (kind === 'removed' ? before : version)?.rules.find(({ id }) => id === ruleId)
  return (
    <li class="entry version">
      <div class="stack" data-gap="small">
        <p>
          <strong>{kind === 'restored' ? texts.kinds.restored(from ?? 0) : texts.kinds[kind]}</strong>
          <span class="soft note-size">
            {' · '}
            {dates.moment(version.at)} {texts.by(version.by ?? texts.system)}
          </span>
        </p>
        {touched && <RuleWords rule={touched} />}
        <details class="note-size">
          <summary>
            {texts.number(version.number)}: {texts.rules(version.rules.length)}
          </summary>
          <ol class="version-rules">
            {version.rules.map((rule) => (
              <li key={rule.id}>
                <RuleWords rule={rule} />
              </li>
            ))}
          </ol>
        </details>
      </div>
      {onRestore ? (
        <Button small aria-label={texts.restoreOf(version.number)} onClick={onRestore}>
          {texts.restore}
        </Button>
      ) : (
        <span class="soft note-size">{texts.now}</span>
      )}
    </li>
  )
}
