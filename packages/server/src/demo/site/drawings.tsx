/** A bicycle by the water under the Martini tower, in the site's own colours. */
export const Skyline = () => (
  <svg class="skyline" viewBox="0 0 620 460" role="img" aria-label="Een fiets aan de kade, met de Martinitoren op de achtergrond">
    <circle class="sun" cx="455" cy="130" r="86" />
    <g class="far">
      <path d="M60 330h46v-78l23-26 23 26v78h40v-54h52v54h30v-96h36v96h54v-60l28-30 28 30v60h40v-88h44v88h56v26H60z" />
      <path d="M396 330v-150h10v-46h9v-34l11-44 11 44v34h9v46h10v150z" />
    </g>
    <path class="water" d="M0 352h620v108H0z" />
    <path class="ripple" d="M36 392h96m40 20h70m60-24h110m46 30h90M90 436h60m150 4h84" />
    <path class="quay" d="M0 344h620v14H0z" />
    <g class="bike">
      <circle cx="206" cy="282" r="62" />
      <circle cx="416" cy="282" r="62" />
      <path d="M206 282 256 186h96l64 96" />
      <path d="M256 186l50 96h-100m100 0 58-96" />
      <path d="M364 186l-8-32h30c16 0 16 22 2 22" />
      <path class="seat" d="M232 170h46" />
      <path d="M256 186l-4-16" />
      <path class="box" d="M372 120h70v44h-62z" />
      <circle class="hub" cx="306" cy="282" r="13" />
    </g>
  </svg>
)

/** The company's mark: a wheel with a compass needle in it, pointing north. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 40 40" aria-hidden="true">
    <circle cx="20" cy="20" r="17" />
    <path d="M20 6l5 14h-10z" />
    <path class="tail" d="M20 34l5-14h-10z" />
  </svg>
)

const shapes = {
  wheel: 'M24 6a18 18 0 1 0 .01 0M24 6v36M6 24h36M11 11l26 26M37 11 11 37',
  spanner: 'M31 7a10 10 0 0 0-9 14L7 36l5 5 15-15a10 10 0 0 0 14-11l-6 5-6-2-1-6 6-5z',
  van: 'M4 14h24v20H4zM28 20h9l7 8v6H28M12 38a4 4 0 1 0 .01 0M35 38a4 4 0 1 0 .01 0',
} as const

export const Icon = ({ of }: { of: keyof typeof shapes }) => (
  <svg class="icon" viewBox="0 0 48 48" aria-hidden="true">
    <path d={shapes[of]} />
  </svg>
)
