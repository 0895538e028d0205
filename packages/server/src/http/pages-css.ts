import { createHash } from 'node:crypto'
import { inkOn } from '@klankbord/shared/contrast'
import { readableOn } from '../accent.ts'
import { colleaguesCss } from './colleagues-css.ts'

const PAPER = { light: '#faf8f4', dark: '#191816' }

/*
 * The style sheet of the pages that the server writes itself. A string, so that it is part of the program wherever that runs:
 * built, in watch mode and in tests.
 */
const css = `${colleaguesCss}
*, *::before, *::after { box-sizing: border-box; }
html { font: 400 1.0625rem/1.6 var(--font); color: var(--ink); background: var(--paper); accent-color: var(--accent); -webkit-text-size-adjust: none; text-size-adjust: none; }
body { margin: 0; padding: 32px 20px 64px; }
body > * { max-width: 40rem; margin-inline: auto; }
h1, h2, h3, p, ul, ol, dl, dd, blockquote, fieldset, legend, figure { margin: 0; padding: 0; border: 0; min-width: 0; }
ul, ol { list-style: none; }
h1, h2, h3 { font-weight: 600; line-height: 1.25; text-wrap: balance; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; letter-spacing: -0.015em; }
h2 { font-size: 1.3125rem; letter-spacing: -0.01em; margin-bottom: 12px; }
h3 { font-size: 1.0625rem; margin-bottom: 4px; }
p + p { margin-top: 12px; }
a { color: var(--accent); text-underline-offset: 0.18em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.from { font-weight: 600; color: var(--ink-soft); margin: 0 auto 32px; }
main > * + * { margin-top: 32px; }
section { border-top: 1px solid var(--line); padding-top: 24px; }
.lead { font-size: 1.25rem; }
.soft { color: var(--ink-soft); font-size: 0.9375rem; }
.words { white-space: pre-line; overflow-wrap: anywhere; }
.formatted { overflow-wrap: anywhere; }
.formatted > * + * { margin-top: 12px; }
.formatted ul, .formatted ol { padding-left: 24px; }
.formatted ul { list-style: disc; }
.formatted ol { list-style: decimal; }
.formatted li + li { margin-top: 4px; }
.said { border-left: 3px solid var(--accent); padding: 2px 0 2px 20px; }
.said .words { font-size: 1.25rem; line-height: 1.5; }
.answers { margin-top: 16px; }
.answers div + div { margin-top: 12px; }
.answers dt { color: var(--ink-soft); font-size: 0.9375rem; }
.said .answers .words { font-size: inherit; line-height: inherit; }
.said cite { display: block; font-style: normal; margin-bottom: 8px; }

.pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(6.75rem, 1fr)); gap: 8px; margin-top: 16px; }
.pictures a { display: block; border-radius: var(--radius); overflow: hidden; border: 1px solid var(--line); background: var(--surface); }
.pictures a:hover { border-color: var(--line-strong); }
.pictures img { display: block; width: 100%; height: auto; aspect-ratio: 4 / 3; object-fit: cover; font-size: 0.8125rem; }
.shown { display: block; max-width: 100%; width: auto; height: auto; max-height: 32rem; border-radius: var(--radius); font-size: 0.8125rem; }
.pictures:has(> :only-child) { display: flex; }
.pictures > :only-child img { width: auto; max-width: 100%; max-height: 20rem; aspect-ratio: auto; }

.steps { display: flex; gap: 4px; }
.steps li { flex: 1 1 0; min-width: 0; border-top: 4px solid var(--line-strong); padding-top: 8px; font-size: 0.9375rem; line-height: 1.3; color: var(--ink-soft); hyphens: auto; overflow-wrap: break-word; }
.steps li.past { border-color: var(--accent); }
.steps li[aria-current] { border-color: var(--accent); color: var(--ink); font-weight: 600; }
@media (max-width: 30rem) {
  .steps { flex-direction: column; }
  .steps li { border-top: 0; border-left: 4px solid var(--line-strong); padding: 2px 0 2px 12px; }
}
.standing > * + * { margin-top: 16px; }
.badge { display: inline-block; border: 1px solid currentColor; border-radius: 99px; padding: 1px 12px; font-size: 0.9375rem; font-weight: 600; }

.outcome { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: 24px; }
.outcome > * + *, .outcome > [lang] > * + * { margin-top: 20px; }
.outcome h2 { margin-bottom: 4px; }
.outcome .badge { margin-bottom: 12px; }

.items li { padding: 16px 0; border-top: 1px solid var(--line); }
.items .words { margin-top: 4px; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden; }

.talk li + li { margin-top: 20px; }
.talk .mine { padding-left: 20px; border-left: 3px solid var(--line); }
.talk .theirs { padding-left: 20px; border-left: 3px solid var(--accent); }
.by { font-size: 0.9375rem; color: var(--ink-soft); margin-bottom: 2px; }
.by strong { color: var(--ink); font-weight: 600; }

.timeline li { display: grid; grid-template-columns: minmax(8.5rem, auto) 1fr; gap: 4px 16px; padding: 4px 0; }
.timeline time { color: var(--ink-soft); }

/* The heading above says it to those who see. */
.legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
form { display: grid; gap: 16px; justify-items: start; }
* + form, details form { margin-top: 20px; }
label, legend { font-weight: 600; display: block; }
label span { font-weight: 400; color: var(--ink-soft); }
textarea { display: block; width: 100%; margin-top: 6px; padding: 12px; min-height: 6.5rem; font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--line-strong); border-radius: var(--radius); resize: vertical; }
.field { width: 100%; }
.field[data-wrong] textarea { border-color: var(--alarm); }
.wrong { color: var(--alarm); margin-top: 6px; font-weight: 600; }
.choices { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px; }
.choices label { display: flex; align-items: center; gap: 10px; min-height: 48px; padding: 8px 20px 8px 16px; border: 1px solid var(--line-strong); border-radius: var(--radius); background: var(--surface); font-weight: 400; cursor: pointer; }
.choices label:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); font-weight: 600; }
.choices label:has(:focus-visible) { outline: 2px solid var(--accent); outline-offset: 2px; }
.choices label span { color: inherit; }
.choices small { display: block; font-size: 0.9375rem; font-weight: 400; }
.listed label { flex: 1 1 100%; }
.mailed-about .soft { display: none; margin-top: 4px; }
form:has([name="mail"][value="off"]:checked) .mailed-about .soft { display: block; }
form:has([name="mail"][value="off"]:checked) .mailed-about label { border-color: var(--line-strong); box-shadow: none; font-weight: 400; color: var(--ink-soft); }
.other-answers { margin-top: 8px; }
.choices input { flex: none; width: 20px; height: 20px; margin: 0; outline: none; }
button, .button { display: inline-block; min-height: 48px; padding: 11px 24px; border: 0; border-radius: var(--radius); background: var(--fill); color: var(--fill-ink); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
button:hover, .button:hover { filter: brightness(1.08); }
button.quiet { background: none; color: var(--accent); box-shadow: inset 0 0 0 1px var(--line-strong); }
/* An answer is chosen by going to it, so that nothing is sent before its button is pressed. */
.answer-links { display: flex; flex-wrap: wrap; gap: 8px; }
.answer-links a { display: grid; place-items: center; min-width: 48px; min-height: 48px; padding: 8px 12px; border: 1px solid var(--line-strong); border-radius: var(--radius); background: var(--surface); color: var(--ink); text-decoration: none; font-weight: 600; }
.answer-links a:hover { border-color: var(--accent); color: var(--accent); }
.chosen { display: none; scroll-margin-top: 24px; }
.chosen:target { display: grid; gap: 16px; justify-items: start; background: var(--accent-wash); border-radius: var(--radius); padding: 20px; }
.chosen strong { font-size: 1.3125rem; }
form:has(.chosen:target) ~ .when-none, form:not(:has(.chosen:target)) ~ .when-chosen { display: none; }
main > form ~ .answer-links { margin-top: 12px; }
summary { cursor: pointer; color: var(--accent); }
.notice { background: var(--accent-wash); border-radius: var(--radius); padding: 12px 20px; font-weight: 600; }
footer { margin-top: 48px; padding-top: 16px; border-top: 1px solid var(--line); color: var(--ink-soft); font-size: 0.9375rem; }
footer a { color: inherit; }

code, pre { font-family: ui-monospace, "SF Mono", "Cascadia Mono", "Liberation Mono", monospace; font-size: 0.9em; overflow-wrap: anywhere; }
.reference > * { max-width: 52rem; }
.reference nav ul { display: flex; flex-wrap: wrap; gap: 4px 20px; }
.reference h3 code { font-size: 1rem; font-weight: 600; }
.reference article { padding: 20px 0; border-top: 1px solid var(--line); scroll-margin-top: 16px; }
.reference h4 { margin: 12px 0 4px; font-size: 0.9375rem; font-weight: 600; }
.reference li { padding: 3px 0; }
.reference .fields li { display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr; gap: 2px 16px; }
.reference .method { display: inline-block; min-width: 4.5ch; color: var(--accent); }
.reference dt { font-weight: 600; margin-top: 20px; scroll-margin-top: 16px; }
.reference :target { background: var(--accent-wash); box-shadow: 0 0 0 8px var(--accent-wash); border-radius: 2px; }
@media (max-width: 480px) {
  .outcome { padding: 20px 16px; }
  .timeline li, .reference .fields li { grid-template-columns: 1fr; gap: 0; }
  .choices label { flex: 1 1 auto; }
}
@media print {
  html { background: #fff; color: #000; font-size: 11pt; }
  body { padding: 0; }
  form, details, .notice { display: none; }
  section, .outcome { break-inside: avoid; }
}
`

const colours = (accent: string) => `
:root {
  color-scheme: light dark;
  --radius: 8px;
  --font: -apple-system, "Segoe UI", Roboto, "Noto Sans", Ubuntu, Cantarell, "Liberation Sans", Arial, sans-serif;
  --paper: ${PAPER.light}; --surface: #fffefc; --ink: #24211c; --ink-soft: #635b50; --line: #e4ddd1; --line-strong: #8d8375; --alarm: #a82a22;
  --accent: ${readableOn(PAPER.light, accent)}; --fill: ${accent}; --fill-ink: ${inkOn(accent)};
  --accent-wash: color-mix(in srgb, var(--accent) 10%, var(--paper));
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: ${PAPER.dark}; --surface: #211f1c; --ink: #ece7de; --ink-soft: #b4ab9d; --line: #37332d; --line-strong: #857c6f; --alarm: #f59a90;
    --accent: ${readableOn('#211f1c', accent)}; --fill: var(--accent); --fill-ink: ${inkOn(readableOn('#211f1c', accent))};
    --accent-wash: color-mix(in srgb, var(--accent) 16%, var(--paper));
  }
}
`

const version = createHash('sha256').update(css).digest('hex').slice(0, 8)

/** Where the style sheet in an organisation's colour stands. It never changes under this address. */
export const styleSheetPath = (accent: string) => `/pages.css?accent=${accent.slice(1)}&v=${version}`

/** The style sheet; what is not a colour is ignored, so that nothing of the address gets into it. */
export const styleSheet = (accent: string | undefined) => `${colours(/^[0-9a-f]{6}$/i.test(accent ?? '') ? `#${accent}` : '#0f6b5c')}${css}`
