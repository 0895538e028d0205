/* What the pages for colleagues add to the style sheet: a story for a large screen and one sheet of paper, a team's page, a poster. */

const shared = `
.small { font-size: 0.875rem; line-height: 1.4; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.points { list-style: disc; padding-left: 1.2em; }
.hidden-field { position: absolute; left: -9999px; }
`

const story = `
html:has(.story) { font-size: clamp(1.0625rem, 0.55rem + 0.62vw, 2.25rem); }
.story > * { max-width: 78rem; }
.story-head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0.25rem 1.5rem; }
.story h1 { font-size: 2.5rem; }
.story main > * + * { margin-top: 1.75rem; }
.story-columns { display: grid; gap: 2rem 3.5rem; }
.story-columns > div { display: grid; gap: 2rem; align-content: start; min-width: 0; }
@media (min-width: 60rem) { .story-columns { grid-template-columns: minmax(0, 10fr) minmax(0, 11fr); } }
.story h2 { font-size: 1rem; font-weight: 600; color: var(--accent); letter-spacing: 0; }
.story h3 { font-size: 1.1875rem; margin: 0 0 4px; }
.story .purpose h3 { font-size: 1.75rem; letter-spacing: -0.01em; margin-bottom: 8px; }
.story .purpose .because { font-size: 1.125rem; }
.why article + article { margin-top: 1.25rem; }
.because > * + * { margin-top: 8px; }
.because + .small { margin-top: 6px; }
.below li { display: grid; gap: 0 1rem; padding: 0.45rem 0; }
.below li + li, .done li + li { border-top: 1px solid var(--line); }
.what { font-weight: 600; overflow-wrap: anywhere; }
.achieved { color: var(--accent); }
.more { margin-top: 8px; }
.figures-grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr)); gap: 1.25rem 2rem; }
.figure { display: grid; gap: 2px; align-content: start; }
.figure figcaption { font-weight: 600; overflow-wrap: anywhere; }
.moved { font-size: 1.5rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
.moved .before { color: var(--ink-soft); }
.moved .unit { font-size: 1.0625rem; color: var(--ink-soft); }
.line { display: block; width: 100%; height: auto; overflow: visible; }
.line polyline { fill: none; stroke: var(--accent); stroke-width: 2.5; stroke-linejoin: round; stroke-linecap: round; }
.line circle { fill: var(--accent); stroke: var(--paper); stroke-width: 2; }
.line .level { stroke: var(--line-strong); stroke-width: 1; stroke-dasharray: 1 5; stroke-linecap: round; }
.line .target { stroke: var(--accent); stroke-dasharray: 6 5; }
.voices blockquote { border-left: 3px solid var(--accent); padding-left: 1rem; overflow-wrap: anywhere; }
.voices blockquote + blockquote { margin-top: 1rem; }
.voices cite { font-style: normal; }
.done li { padding: 0.45rem 0; overflow-wrap: anywhere; }
.done .did::before { content: "· "; }
`

const paper = `
@page story { size: A4; margin: 12mm; }
@page poster { size: A4; margin: 15mm; }
@media print {
  .story, .poster { page: story; }
  .poster { page: poster; }
  html:has(.story), html:has(.poster) { color-scheme: light; }
  html:has(.story) { font-size: 9.5pt; line-height: 1.35; }
  html:has(.dense) { font-size: 9pt; }
  /* One sheet, whatever there is to tell: what would not fit is cut in the text, and told as "and 3 more". */
  .story { height: 272mm; overflow: hidden; display: flex; flex-direction: column; }
  .story > * { max-width: none; width: 100%; }
  .story .from { margin-bottom: 2mm; }
  .story main { flex: 1; min-height: 0; overflow: hidden; }
  .story main > * + * { margin-top: 4mm; }
  .story footer { margin-top: 3mm; padding-top: 1.5mm; font-size: 8pt; }
  .story h1 { font-size: 19pt; }
  .story .purpose h3 { font-size: 13pt; margin-bottom: 2px; }
  .story .purpose .because { font-size: 10pt; }
  .story h2 { margin-bottom: 2mm; }
  .story h3 { font-size: 11pt; }
  .story section { padding-top: 2.5mm; break-inside: auto; }
  .story-columns { grid-template-columns: minmax(0, 10fr) minmax(0, 11fr); gap: 9mm; }
  .story-columns > div { gap: 4mm; }
  .story .because > *, .story .voices p, .story h3, .story .what, .story figcaption, .story .moved, .story .done p, .story .small { display: -webkit-box; -webkit-box-orient: vertical; overflow: hidden; }
  .story h1 { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
  .story h3, .story .below .what, .story .moved, .story figcaption { -webkit-line-clamp: 2; }
  .story .small { -webkit-line-clamp: 2; }
  .story .because > * { -webkit-line-clamp: 4; }
  .story .because > * + * { -webkit-line-clamp: 2; margin-top: 1mm; }
  .story .because > :nth-child(n + 4) { display: none; }
  .story .voices p, .story .done p { -webkit-line-clamp: 3; }
  /* Where there is much to tell, each thing gets less room. */
  .story.dense h1, .story.dense .small { -webkit-line-clamp: 1; }
  .story.dense figcaption, .story.dense .below .what { -webkit-line-clamp: 1; }
  .story.dense .voices p, .story.dense .done p, .story.dense .because > * { -webkit-line-clamp: 2; }
  .story.dense .purpose .because > :first-child { -webkit-line-clamp: 3; }
  .story .done .what { display: inline; }
  .story .below li, .story .done li { padding: 0.9mm 0; }
  .story .voices blockquote + blockquote { margin-top: 2mm; }
  .story .why article + article { margin-top: 2.5mm; }
  .figures-grid { grid-template-columns: 1fr 1fr; gap: 2.5mm 6mm; }
  .moved { font-size: 13pt; }
  .moved .unit { font-size: 9pt; }
  .line { max-height: 9mm; }
  .small { font-size: 8pt; }
}
`

const team = `
.voice-list { margin-top: 20px; }
.voice-list .words { margin-top: 2px; }
.cheer blockquote .soft { margin-top: 6px; }
.voice-list li { padding: 14px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.voice-list li:first-child { border-top: 0; padding-top: 0; }
.cheer { display: grid; gap: 20px; }
.cheer blockquote { border-left: 3px solid var(--accent); padding: 2px 0 2px 20px; font-size: 1.25rem; line-height: 1.5; overflow-wrap: anywhere; }
.goal + .goal { margin-top: 28px; }
.goal h3 { font-size: 1.1875rem; }
.goal h4 { margin: 12px 0 4px; font-size: 0.9375rem; font-weight: 600; }
.hows li { padding: 6px 0; overflow-wrap: anywhere; }
.hows .state { color: var(--ink-soft); font-size: 0.9375rem; }
.field input, .field select { display: block; width: 100%; margin-top: 6px; padding: 11px 12px; min-height: 48px; font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--line-strong); border-radius: var(--radius); }
.field[data-wrong] input, .field[data-wrong] select { border-color: var(--alarm); }
.idea { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: 24px; }
@media (max-width: 480px) { .idea { padding: 20px 16px; } }
/* On a shared screen what can be read from afar stands side by side. */
@media (min-width: 75rem) {
  .team-page > * { max-width: 74rem; }
  .team-page main { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 32px 56px; align-items: start; }
  .team-page main > * + * { margin-top: 0; }
  .team-page .wide { grid-column: 1 / -1; }
  .team-page .stack { display: grid; gap: 32px; }
}
.team-page header .lead { margin-top: 12px; }
.team-page .stack > * + * { margin-top: 32px; }
@media (min-width: 75rem) { .team-page .stack > * + * { margin-top: 0; } }
`

const poster = `
.poster main { text-align: center; display: grid; justify-items: center; gap: 28px; }
.poster main > * + * { margin-top: 0; }
.poster h1 { font-size: 2.5rem; }
.poster main p { font-size: 1.25rem; max-width: 34rem; text-wrap: balance; }
.poster main .address { font-size: 0.8125rem; overflow-wrap: anywhere; color: var(--ink-soft); }
.poster .from, .poster footer { text-align: center; }
.poster svg { width: min(100%, 22rem); height: auto; display: block; border-radius: var(--radius); }
@media print {
  .poster { height: 266mm; overflow: hidden; }
  .poster main { gap: 8mm; padding-top: 6mm; }
  .poster svg { width: 105mm; }
  .poster h1 { font-size: 34pt; }
  .poster main p { font-size: 15pt; }
  .poster main .address { font-size: 9pt; }
}
`

export const colleaguesCss = shared + story + team + poster + paper
