import { useQuery } from '@tanstack/preact-query'
import { Maximize2, Printer, QrCode, Share2 } from 'lucide'
import { useRef, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { useFullLanguage } from '../full-language.ts'
import { GoalPlaces } from '../goals/places.tsx'
import { WhichTeam } from '../goals/which-team.tsx'
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
  const teamId = useRoute().params.teamId ?? ''
  const { route } = useLocation()
  const [shown, setShown] = useState<string | null>(null)
  const isShown = shown === teamId
  // What may be done with it is asked for once it is seen: the page itself is what one came for, and the server makes both of the same.
  const story = useQuery({ ...storyQuery(teamId), enabled: isShown })
  const [opened, setOpened] = useState<'story' | 'team-page' | null>(null)
  const frame = useRef<HTMLIFrameElement>(null)
  const acts = story.data && (
    <>
      {story.data.mayShare && teamId && (
        <Button icon={QrCode} onClick={() => setOpened('team-page')}>
          {t.story.teamPage}
        </Button>
      )}
      {story.data.mayShare && (
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
    <Page title={t.story.title} lead={t.story.lead} acts={acts} wide>
      <GoalPlaces />
      <WhichTeam
        label={t.story.of}
        none={t.story.organisation}
        team={teamId}
        ready={isShown}
        onChoose={(id) => route(`/admin/goals/story${id ? `/${id}` : ''}`)}
      />
      {story.error ? (
        <ProblemNote error={story.error} retry={() => void story.refetch()} />
      ) : (
        <>
          {!isShown && <Loading lines={10} />}
          <StoryFrame key={teamId} frame={frame} teamId={teamId} isShown={isShown} onThere={() => setShown(teamId)} />
        </>
      )}
      {opened && <ShareDialog kind={opened} teamId={teamId} onClose={() => setOpened(null)} />}
    </Page>
  )
}

interface StoryFrameProps {
  frame: { current: HTMLIFrameElement | null }
  teamId: string
  isShown: boolean
  onThere: () => void
}

/** The page itself, as high as what is in it, seen once it is whole. */
function StoryFrame({ frame, teamId, isShown, onThere }: StoryFrameProps) {
  const { t } = useFullLanguage()
  const [height, setHeight] = useState(720)
  const measure = () => {
    onThere()
    const body = frame.current?.contentDocument?.body
    if (!body) return
    new ResizeObserver(() => setHeight(Math.ceil(body.getBoundingClientRect().height))).observe(body)
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
