import { memberEndpoints } from '@klankbord/shared/members'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { call, isProblem } from '../api.ts'
import { keepDraft, readDraft } from '../drafts.ts'
import { useFullLanguage } from '../full-language.ts'
import { queryClient } from '../queries.ts'
import { Threshold } from '../sign-in/threshold.tsx'
import { signInAddress } from '../sign-in/way-back.ts'
import { Button } from '../ui/button.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { onSubmit } from '../ui/form.ts'
import { Loading, ProblemNote } from '../ui/states.tsx'
import { Steps } from './steps.tsx'

interface Owner {
  name: string
  email: string
  password: string
}

const DRAFT = 'set-up'

/** The set-up link: who the owner is, then the organisation. What follows happens inside the app. */
export default function SetUpPage() {
  const { t } = useFullLanguage()
  const { token = '' } = useRoute().params
  const [owner, setOwner] = useState<Owner | null>(null)
  const open = useQuery({
    queryKey: ['set-up', token],
    queryFn: () => call(memberEndpoints.readSetUp, { token }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (isProblem(open.error, 'not-found') || isProblem(open.error, 'bad-input')) {
    return (
      <Threshold title={t.start.usedTitle} lead={t.start.usedText}>
        <p>
          <a href={signInAddress('')}>{t.signIn.title}</a>
        </p>
      </Threshold>
    )
  }
  if (open.error) return <ProblemNote error={open.error} retry={() => void open.refetch()} />
  if (!open.data) return <Loading />
  return owner ? <OrganisationStep token={token} owner={owner} onBack={() => setOwner(null)} /> : <OwnerStep onDone={setOwner} />
}

function OwnerStep({ onDone }: { onDone: (owner: Owner) => void }) {
  const { t } = useFullLanguage()
  const kept = readDraft(DRAFT, { name: '', email: '' })
  return (
    <Threshold title={t.start.ownerTitle} lead={t.start.ownerLead} above={<Steps current="owner" />}>
      <form
        key="owner"
        class="stack"
        onSubmit={onSubmit(({ name = '', email = '', password = '' }) => {
          // The password is never kept: only what a person may see again.
          keepDraft(DRAFT, { name, email }, false)
          onDone({ name, email, password })
        })}
      >
        <TextField label={t.start.yourName} name="name" autocomplete="name" required maxLength={100} defaultValue={kept.name} autofocus />
        <TextField label={t.email} name="email" type="email" autocomplete="username" required defaultValue={kept.email} />
        <TextField
          label={t.start.newPassword}
          hint={t.start.newPasswordHint}
          name="password"
          type="password"
          autocomplete="new-password"
          required
          minLength={10}
          maxLength={200}
        />
        <Button type="submit" look="primary">
          {t.start.next}
        </Button>
      </form>
    </Threshold>
  )
}

const timeZones = () => Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))
const ownTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

interface OrganisationStepProps {
  token: string
  owner: Owner
  onBack: () => void
}

function OrganisationStep({ token, owner, onBack }: OrganisationStepProps) {
  const { t, code } = useFullLanguage()
  const { route } = useLocation()
  const setUp = useMutation({
    mutationFn: async ({ organisation = '', locale = 'nl', timeZone = 'Europe/Amsterdam' }: Record<string, string>) => {
      await call(memberEndpoints.setUp, { token, ...owner, organisation, locale, timeZone })
      await call(memberEndpoints.signIn, { email: owner.email, password: owner.password })
    },
    onSuccess: () => {
      keepDraft(DRAFT, null, true)
      queryClient.clear()
      route('/admin/start/goal', true)
    },
  })
  const errors = fieldErrors(setUp.error)
  const zones = timeZones()
  const zone = zones.some(({ value }) => value === ownTimeZone()) ? ownTimeZone() : 'Europe/Amsterdam'
  return (
    <Threshold title={t.start.organisationTitle} lead={t.start.organisationLead} above={<Steps current="organisation" />}>
      <form key="organisation" class="stack" onSubmit={onSubmit((fields) => setUp.mutate(fields))}>
        <TextField
          label={t.start.organisationName}
          name="organisation"
          autocomplete="organization"
          required
          maxLength={100}
          error={errors.organisation}
          autofocus
        />
        <SelectField
          label={t.start.organisationLocale}
          name="locale"
          value={code}
          options={Object.entries(t.localeNames).map(([value, label]) => ({ value, label }))}
        />
        <SelectField label={t.start.timeZone} hint={t.start.timeZoneHint} name="timeZone" value={zone} options={zones} />
        <ProblemNote error={setUp.error} kept={t.textKept} />
        <div class="row">
          <Button type="submit" look="primary" busy={setUp.isPending}>
            {t.start.create}
          </Button>
          <Button look="quiet" onClick={onBack}>
            {t.back}
          </Button>
        </div>
      </form>
    </Threshold>
  )
}
