import { inboundEndpoints } from '@klankbord/shared/inbound'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { call } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { queryClient } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { useMailTexts } from './mail-look-texts.ts'

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
