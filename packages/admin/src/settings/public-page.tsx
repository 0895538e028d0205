import { publicPageEndpoints } from '@klankbord/shared/public-page'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { ExternalLink } from 'lucide'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { queryClient, sitesQuery } from '../queries.ts'
import { Copy } from '../ui/copy.tsx'
import { Icon } from '../ui/icon.tsx'
import { ProblemNote, Read } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'

const publicPageQuery = { queryKey: ['public-page'], queryFn: () => call(publicPageEndpoints.readPublicPage, {}) }

/** The page that everyone may read: where it is, how to show it elsewhere, and whether search engines may find it. */
export function PublicPageSection() {
  const { t } = useFullLanguage()
  const texts = t.settings.publicPage
  const page = useQuery(publicPageQuery)
  return (
    <div class="stack" data-gap="large">
      <p class="soft page-lead">{texts.lead}</p>
      <Read query={page} lines={4}>
        {({ url, found }) => (
          <>
            <section class="stack" data-gap="small" aria-label={texts.address}>
              <h2>{texts.address}</h2>
              <Copy label={texts.address} text={url} />
              <p>
                <a class="row" href={url} target="_blank" rel="noreferrer">
                  <Icon of={ExternalLink} />
                  {texts.open}
                </a>
              </p>
              <p class="field-hint">{texts.feeds}</p>
            </section>
            <Embed />
            <Findable found={found} />
          </>
        )}
      </Read>
    </div>
  )
}

function Embed() {
  const { t } = useFullLanguage()
  const texts = t.settings.publicPage
  const sites = useQuery(sitesQuery)
  const key = sites.data?.items[0]?.key
  if (key === undefined) return null
  return (
    <section class="stack" data-gap="small" aria-label={texts.embed}>
      <h2>{texts.embed}</h2>
      <p class="field-hint">{texts.embedHint}</p>
      <Copy label={texts.embed} text={`<klankbord-widget site="${key}" mode="outcomes"></klankbord-widget>`} />
    </section>
  )
}

function Findable({ found }: { found: boolean }) {
  const { t } = useFullLanguage()
  const texts = t.settings.publicPage
  const change = useMutation({
    mutationFn: (wanted: boolean) => call(publicPageEndpoints.changePublicPage, { found: wanted }),
    onSuccess: (known) => {
      queryClient.setQueryData(publicPageQuery.queryKey, known)
      say(known.found ? texts.isFound : texts.isHidden)
    },
  })
  return (
    <div>
      <label class="choice">
        <input
          type="checkbox"
          checked={change.isPending ? change.variables : found}
          onChange={(event) => change.mutate(event.currentTarget.checked)}
        />
        <span>
          {texts.found}
          <br />
          <span class="field-hint">{texts.foundHint}</span>
        </span>
      </label>
      <ProblemNote error={change.error} />
    </div>
  )
}
