import { mailEndpoints } from '@klankbord/shared/mails'
import { useInfiniteQuery, useQuery } from '@tanstack/preact-query'
import { Mail } from 'lucide'
import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import '../styles/mail.css'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Segments } from '../ui/segments.tsx'
import { Empty, Loading, ProblemNote, Read } from '../ui/states.tsx'

/** E-mails that were kept because no mail server is set. */
export default function MailPage() {
  const { t, dates } = useFullLanguage()
  const texts = t.settings.mail
  const { id } = useRoute().params
  const mails = useInfiniteQuery({
    queryKey: ['mails'],
    queryFn: ({ pageParam }) => call(mailEndpoints.listMails, { cursor: pageParam || undefined }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchInterval: 5_000,
  })
  const items = mails.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={texts.title} lead={texts.lead} wide>
      {mails.isPending && <Loading />}
      <ProblemNote error={mails.error} retry={() => void mails.refetch()} />
      {mails.data && items.length === 0 && (
        <Empty icon={Mail} title={texts.none[0]}>
          <p>{texts.none[1]}</p>
        </Empty>
      )}
      {items.length > 0 && (
        <div class="mail" data-open={id !== undefined || undefined}>
          <nav aria-label={texts.list} class="mail-list">
            <ul>
              {items.map((mail) => (
                <li key={mail.id}>
                  <a href={`/admin/mail/${encodeURIComponent(mail.id)}`} aria-current={mail.id === id ? 'page' : undefined}>
                    <strong>{mail.subject}</strong>
                    <span class="soft note-size">
                      {texts.to(mail.to)} · {dates.moment(mail.at)}
                    </span>
                  </a>
                </li>
              ))}
            </ul>
            {mails.hasNextPage && (
              <Button small busy={mails.isFetchingNextPage} onClick={() => void mails.fetchNextPage()}>
                {t.showMore}
              </Button>
            )}
          </nav>
          {id === undefined ? <Empty icon={Mail} title={texts.choose[0]} /> : <MailView key={id} id={id} />}
        </div>
      )}
    </Page>
  )
}

type Form = 'html' | 'text' | 'headers'
const forms: Form[] = ['html', 'text', 'headers']

function MailView({ id }: { id: string }) {
  const { t } = useFullLanguage()
  const texts = t.settings.mail
  const [form, setForm] = useState<Form>('html')
  const mail = useQuery({ queryKey: ['mails', id], queryFn: () => call(mailEndpoints.readMail, { id }) })
  return (
    <article class="mail-view stack">
      <a class="mail-back" href="/admin/mail">
        {t.back}
      </a>
      <Read query={mail}>
        {({ subject, text, headers }) => (
          <>
            <h2>{subject}</h2>
            <Segments label={texts.view} options={forms.map((one) => ({ value: one, label: texts[one] }))} value={form} onChange={setForm} />
            {form === 'html' && <iframe class="mail-page" sandbox="" title={subject} src={`/api/v1/mails/${encodeURIComponent(id)}/html`} />}
            {form === 'text' && <pre class="mail-text">{text}</pre>}
            {form === 'headers' && (
              <dl class="mail-headers">
                {headers.map(([name, value]) => (
                  <div key={name + value}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            )}
          </>
        )}
      </Read>
    </article>
  )
}
