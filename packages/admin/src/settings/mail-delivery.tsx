import { inboundEndpoints } from '@klankbord/shared/inbound'
import { type MailSettings, mailEndpoints } from '@klankbord/shared/mails'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { call } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { queryClient } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Copy } from '../ui/copy.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { useMailTexts } from './mail-look-texts.ts'

/** The record that makes others believe our signature, and whether it is there. */
export function Signing({ signing }: Pick<MailSettings, 'signing'>) {
  const texts = useMailTexts().signing
  const check = useMutation({ mutationFn: () => call(mailEndpoints.checkMailSigning, {}) })
  return (
    <section class="stack">
      <h2>{texts.title}</h2>
      {signing ? (
        <>
          <p class="soft note-size">{texts.lead}</p>
          <Copy label={texts.name} text={signing.name} />
          <Copy label={texts.value} text={signing.value} />
          <div>
            <Button busy={check.isPending} onClick={() => check.mutate()}>
              {texts.check}
            </Button>
          </div>
          <ProblemNote error={check.error} />
          <p role="status">{check.data && texts.found[check.data.found]}</p>
        </>
      ) : (
        <p class="soft note-size">{texts.found.unsigned}</p>
      )}
    </section>
  )
}

const bouncesQuery = { queryKey: ['mail-bounces'], queryFn: () => call(inboundEndpoints.listBounces, {}), staleTime: 0 }

/** Addresses that take no more mail, each with the way back. */
export function Bounces() {
  const { dates } = useLanguage()
  const texts = useMailTexts().bounces
  const { data } = useQuery(bouncesQuery)
  const back = useMutation({
    mutationFn: (customerId: string) => call(inboundEndpoints.takeBackBounce, { customerId }),
    onSettled: () => void queryClient.invalidateQueries({ queryKey: bouncesQuery.queryKey }),
  })
  if (!data?.items.length) return null
  return (
    <section class="stack">
      <h2>{texts.title}</h2>
      <p class="soft note-size">{texts.lead}</p>
      <ProblemNote error={back.error} />
      <ul class="stack" data-gap="small">
        {data.items.map(({ customerId, name, email, at }) => (
          <li key={customerId} class="row">
            <span>
              {name ? `${name} · ${email}` : email} <span class="soft note-size">{dates.day(at)}</span>
            </span>
            <Button small busy={back.isPending} aria-label={`${texts.back}: ${email}`} onClick={() => back.mutate(customerId)}>
              {texts.back}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
