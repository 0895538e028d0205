import type { Me } from '@klankbord/shared/members'
import { useQuery } from '@tanstack/preact-query'
import { Maximize2, Printer, QrCode, Share2 } from 'lucide'
import { useRef, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { ProblemError } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { GoalPlaces } from '../goals/places.tsx'
import { WhichTeam } from '../goals/which-team.tsx'
import { mayAct, maySet, useMe } from '../me.ts'
import { queryClient } from '../queries.ts'
import '../styles/goals.css'
import '../styles/story.css'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Page } from '../ui/page.tsx'
import { Loading, ProblemNote } from '../ui/states.tsx'
import { pageAddress, storyQuery } from './queries.ts'
import { ShareDialog } from './share-dialog.tsx'

/** The story of the organisation or of a team, as its link shows it, with what can be done with it. */
export default function StoryPage() {
  const { t } = useFullLanguage()
  const me = useMe()
  const teamId = useRoute().params.teamId ?? ''
  const { route } = useLocation()
  const [came, setCame] = useState<{ of: string; whole: boolean } | null>(null)
  const there = came?.of === teamId ? came : null
  // The page itself is what one came for. Only where it did not come does the server say why.
  const story = useQuery({ ...storyQuery(teamId), enabled: there?.whole === false })
  const error = there?.whole === false && (story.error ?? (story.data && new ProblemError('unreachable', 'The page of the story did not come')))
  const [opened, setOpened] = useState<'story' | 'team-page' | null>(null)
  const frame = useRef<HTMLIFrameElement>(null)
  const acts = (
    <>
      {mayShare(me, teamId) && teamId && (
        <Button icon={QrCode} onClick={() => setOpened('team-page')}>
          {t.story.teamPage}
        </Button>
      )}
      {mayShare(me, teamId) && (
        <Button icon={Share2} onClick={() => setOpened('story')}>
          {t.story.share}
        </Button>
      )}
      <Button icon={Printer} onClick={() => frame.current?.contentWindow?.print()}>
        {t.story.print}
      </Button>
      <a class="button" href={pageAddress(teamId)} target="_blank" rel="noreferrer">
        <Icon of={Maximize2} />
        <span>{t.story.fullScreen}</span>
      </a>
    </>
  )
  return (
    <Page title={t.story.title} lead={t.story.lead} acts={error ? null : acts} wide>
      <GoalPlaces />
      <WhichTeam
        label={t.story.of}
        none={t.story.organisation}
        team={teamId}
        ready={there !== null}
        onChoose={(id) => route(`/admin/goals/story${id ? `/${id}` : ''}`)}
      />
      {!there?.whole && !error && <Loading lines={10} />}
      {error ? (
        <ProblemNote
          error={error}
          retry={() => {
            setCame(null)
            void queryClient.resetQueries(storyQuery(teamId))
          }}
        />
      ) : (
        <StoryFrame key={teamId} frame={frame} teamId={teamId} isShown={there?.whole === true} onCome={(whole) => setCame({ of: teamId, whole })} />
      )}
      {opened && <ShareDialog kind={opened} teamId={teamId} onClose={() => setOpened(null)} />}
    </Page>
  )
}

/** As the server has it: owners and admins, and who leads the team that it is of. */
const mayShare = (me: Me, teamId: string) =>
  maySet(me) || (mayAct(me) && !!me.member?.teams.some((team) => team.teamId === teamId && team.role === 'lead'))

interface StoryFrameProps {
  frame: { current: HTMLIFrameElement | null }
  teamId: string
  isShown: boolean
  /** With whether it is the story, and not that it could not be had. */
  onCome: (whole: boolean) => void
}

/** The page itself, as high as what is in it, seen once it is whole. */
function StoryFrame({ frame, teamId, isShown, onCome }: StoryFrameProps) {
  const { t } = useFullLanguage()
  const [height, setHeight] = useState(720)
  const measure = () => {
    const body = frame.current?.contentDocument?.body
    onCome(!!body?.querySelector('.story-columns'))
    if (body) new ResizeObserver(() => setHeight(Math.ceil(body.getBoundingClientRect().height))).observe(body)
  }
  return (
    <iframe
      ref={frame}
      class="story-frame"
      title={t.story.frame}
      src={pageAddress(teamId)}
      style={{ blockSize: `${height}px` }}
      hidden={!isShown}
      onLoad={measure}
    />
  )
}
