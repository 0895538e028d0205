/** A bicycle by the water under the Martini tower, in the site's own colours. */
export const Skyline = () => (
  <svg class="skyline" viewBox="0 0 620 460" role="img" aria-label="Een fiets aan de kade, met de Martinitoren op de achtergrond">
    <circle class="sun" cx="150" cy="128" r="74" />
    <g class="far">
      <path d="M24 344v-62h34v-40l24-26 24 26v40h46v-70h40v70h60v-36l26-28 26 28v36h60v-58h44v58h38v-84h40v84h44v62z" />
      <path d="M498 344V176h10v-52h9V88l11-52 11 52v36h9v52h10v168z" />
    </g>
    <path class="water" d="M0 352h620v108H0z" />
    <path class="ripple" d="M36 392h96m40 20h70m60-24h110m46 30h90M90 436h60m150 4h84" />
    <path class="quay" d="M0 344h620v14H0z" />
    <g class="bike">
      <circle cx="206" cy="282" r="62" />
      <circle cx="416" cy="282" r="62" />
      <path d="M206 282 256 186h96l64 96" />
      <path d="M256 186l50 96h-100m100 0 46-96" />
      <path d="M352 186l-9-42h34" />
      <path class="seat" d="M232 170h46" />
      <path d="M256 186l-4-16" />
      <path class="box" d="M374 116h68l-8 46h-52z" />
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
