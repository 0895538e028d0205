import { useRoute } from 'preact-iso'
import { useFullLanguage } from '../full-language.ts'
import '../styles/threshold.css'
import { Invitations } from '../settings/invitations.tsx'
import { Page } from '../ui/page.tsx'
import { GoalStep } from './goal-step.tsx'
import { SiteStep } from './site-step.tsx'
import { Steps } from './steps.tsx'

/** The steps of setting up that come after the owner is inside. Each can be left and come back to. */
export default function StartPage() {
  const { t } = useFullLanguage()
  const { step } = useRoute().params
  if (step === 'site') {
    return (
      <Step name="site" title={t.start.siteTitle}>
        <SiteStep />
      </Step>
    )
  }
  if (step === 'invite') {
    return (
      <Step name="invite" title={t.start.inviteTitle} lead={t.start.inviteLead}>
        <Invitations />
        <p>
          <a class="button" data-look="primary" href="/admin/inbox/to-route">
            {t.start.finish}
          </a>
        </p>
      </Step>
    )
  }
  return (
    <Step name="goal" title={t.start.goalTitle} lead={t.start.goalLead}>
      <GoalStep />
    </Step>
  )
}

interface StepProps {
  name: 'goal' | 'site' | 'invite'
  title: string
  lead?: string
  children: preact.ComponentChildren
}

const Step = ({ name, title, lead, children }: StepProps) => (
  <div class="start-page">
    <Page title={title} lead={lead}>
      <Steps current={name} />
      <div class="start stack">{children}</div>
    </Page>
  </div>
)
