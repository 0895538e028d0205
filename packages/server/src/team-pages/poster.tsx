import { renderToString } from 'preact-render-to-string'
import { encode } from 'uqr'
import { renderPage } from '../http/page.tsx'
import { languageOf, texts } from '../texts/texts.ts'
import type { TeamPage } from './read-team-page.ts'

/** The blank edge that a reader needs around a code, in modules. */
const QUIET = 4

/** A link as a QR code, black on white also where the page is dark, so that every telephone reads it. */
function Qr({ address, label }: { address: string; label: string }) {
  const { data, size } = encode(address, { ecc: 'M', border: QUIET })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges" role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path fill="#000" d={dark.join('')} />
    </svg>
  )
}

export const renderQr = (address: string): string => renderToString(<Qr address={address} label={address} />)

/** One sheet for the wall: why to scan, and the code. */
export function renderPoster({ team, house }: TeamPage, address: string): string {
  const language = languageOf(house.locale)
  const { poster } = texts[language].colleagues
  return renderPage({
    language,
    title: poster.title(team.name),
    organisation: house.name,
    ...(house.accent && { accent: house.accent }),
    className: 'poster',
    children: (
      <>
        <h1>{poster.head}</h1>
        <p>{poster.lead(team.name)}</p>
        <Qr address={address} label={poster.code(team.name)} />
        <p>{poster.act}</p>
        <p class="address">{address}</p>
      </>
    ),
  })
}
