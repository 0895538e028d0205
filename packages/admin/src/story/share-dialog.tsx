import type { ShareKind, ShareLink } from '@klankbord/shared/stories'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { ExternalLink, Link2, Link2Off, Printer, RefreshCw } from 'lucide'
import { useRef, useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { queryClient } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { Copy } from '../ui/copy.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { ProblemNote, Read } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { makeLink, revokeLink, shareLinkQuery } from './queries.ts'

interface ShareDialogProps {
  kind: ShareKind
  /** Empty for the whole organisation. */
  teamId: string
  onClose: () => void
}

/** The link of a story or of a team's page: made, copied, shown as a QR code, replaced, revoked. */
export function ShareDialog({ kind, teamId, onClose }: ShareDialogProps) {
  const { t } = useFullLanguage()
  const query = shareLinkQuery(kind, teamId)
  const known = useQuery(query)
  const [asking, setAsking] = useState<'renew' | 'revoke' | null>(null)
  const show = (link: ShareLink | null) => {
    queryClient.setQueryData(query.queryKey, { link })
    setAsking(null)
  }
  const make = useMutation({ mutationFn: () => makeLink(kind, teamId), onSuccess: show })
  const revoke = useMutation({
    mutationFn: (id: string) => revokeLink(id),
    onSuccess: () => {
      show(null)
      say(t.sharing[kind].revoked)
    },
  })
  const link = known.data?.link
  if (link && asking)
    return (
      <Confirm
        title={asking === 'renew' ? t.sharing.renewTitle : t.sharing.revokeTitle}
        act={t.sharing[asking]}
        danger={asking === 'revoke'}
        busy={make.isPending || revoke.isPending}
        error={make.error ?? revoke.error}
        onConfirm={() => (asking === 'renew' ? make.mutate() : revoke.mutate(link.id))}
        onClose={() => setAsking(null)}
      >
        <p>{asking === 'renew' ? t.sharing.renewText : t.sharing.revokeText}</p>
      </Confirm>
    )
  return (
    <Dialog title={t.sharing[kind].title} onClose={onClose}>
      <p>{t.sharing[kind].lead}</p>
      <Read query={known} lines={2}>
        {({ link }) =>
          link ? (
            <Shared link={link} onAsk={setAsking} />
          ) : (
            <div>
              <Button look="primary" icon={Link2} busy={make.isPending} onClick={() => make.mutate()}>
                {t.sharing.make}
              </Button>
            </div>
          )
        }
      </Read>
      <ProblemNote error={make.error} />
    </Dialog>
  )
}

function Shared({ link, onAsk }: { link: ShareLink; onAsk: (what: 'renew' | 'revoke') => void }) {
  const { t, dates } = useFullLanguage()
  // Under the address that this page has, since that may not be the one that others reach us by.
  const path = new URL(link.url).pathname
  return (
    <>
      <Copy label={t.sharing.link} text={link.url} />
      {link.kind === 'team-page' && <img class="qr" src={`${path}/qr.svg`} alt={t.sharing.code} width={220} height={220} />}
      <p class="soft note-size">{t.sharing.by(link.createdBy ?? '', dates.day(link.createdAt))}</p>
      <div class="row">
        <a class="button" href={path} target="_blank" rel="noreferrer">
          <Icon of={ExternalLink} />
          <span>{t.sharing.open}</span>
        </a>
        {link.kind === 'team-page' && <PrintPoster path={path} />}
        <Button icon={RefreshCw} onClick={() => onAsk('renew')}>
          {t.sharing.renew}
        </Button>
        <Button icon={Link2Off} onClick={() => onAsk('revoke')}>
          {t.sharing.revoke}
        </Button>
      </div>
    </>
  )
}

/** Prints the poster without leaving the page: it is loaded out of sight. */
function PrintPoster({ path }: { path: string }) {
  const { t } = useFullLanguage()
  const frame = useRef<HTMLIFrameElement>(null)
  const [wanted, setWanted] = useState(0)
  return (
    <>
      <Button icon={Printer} onClick={() => setWanted(wanted + 1)}>
        {t.sharing.poster}
      </Button>
      {wanted > 0 && (
        <iframe
          key={wanted}
          ref={frame}
          class="unseen"
          title={t.sharing.poster}
          tabIndex={-1}
          aria-hidden="true"
          src={`${path}/poster`}
          onLoad={() => frame.current?.contentWindow?.print()}
        />
      )}
    </>
  )
}
