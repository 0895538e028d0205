import { createHash } from 'node:crypto'

/** The sample company's style sheet, its own and nothing of ours. A string, so that it is part of the program wherever that runs. */
export const siteCss = `
:root {
  color-scheme: light dark;
  --ground: #ffffff; --tint: #eef5fb; --ink: #0d2238; --soft: #4b6076; --line: #d5e2ee; --blue: #0b5fa5; --deep: #083b69; --sun: #ffc531; --on-blue: #ffffff;
  --display: "Avenir Next", "Trebuchet MS", "Nunito", "Ubuntu", "DejaVu Sans", Verdana, sans-serif;
  --text: "Avenir Next", "Segoe UI", "Nunito", "Ubuntu", "Noto Sans", "DejaVu Sans", Verdana, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root { --ground: #0a1724; --tint: #10243a; --ink: #e9f1f8; --soft: #a9bdd0; --line: #24405b; --blue: #6db8f2; --deep: #0d3558; --sun: #ffcf52; --on-blue: #06213a; }
}
*, *::before, *::after { box-sizing: border-box; }
html { scroll-behavior: smooth; -webkit-text-size-adjust: none; text-size-adjust: none; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; font: 400 1.0625rem/1.6 var(--text); color: var(--ink); background: var(--ground); }
h1, h2, h3, p, ul, ol, blockquote { margin: 0; padding: 0; }
ul { list-style: none; }
h1, h2, h3, .brand { font-family: var(--display); line-height: 1.12; letter-spacing: -0.02em; text-wrap: balance; }
h1 { font-size: clamp(2.5rem, 6.2vw, 4.5rem); font-weight: 800; }
h2 { font-size: clamp(1.625rem, 3vw, 2.25rem); font-weight: 800; }
h3 { font-size: 1.3125rem; font-weight: 700; }
a { color: var(--blue); text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--sun); outline-offset: 3px; border-radius: 4px; }
.lead { font-size: clamp(1.125rem, 1.7vw, 1.3125rem); color: var(--soft); max-width: 34em; }

.top { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 8px 32px; max-width: 1160px; margin: 0 auto; padding: 20px 24px; }
.brand { display: inline-flex; align-items: center; gap: 10px; font-size: 1.375rem; font-weight: 800; color: var(--ink); text-decoration: none; }
.mark { width: 34px; height: 34px; }
.mark circle { fill: none; stroke: var(--blue); stroke-width: 4; }
.mark path { fill: var(--blue); }
.mark .tail { fill: var(--sun); }
.top nav { display: flex; flex-wrap: wrap; gap: 4px 24px; font-weight: 600; }
.top nav a { color: var(--ink); text-decoration: none; padding: 6px 0; border-bottom: 3px solid transparent; }
.top nav a:hover, .top nav a[aria-current] { border-color: var(--sun); }

main > section { max-width: 1160px; margin: 0 auto; padding: 56px 24px; scroll-margin-top: 16px; }
main > section > h2 { margin-bottom: 28px; }
.hero { display: grid; grid-template-columns: 1.05fr 1fr; align-items: center; gap: 40px; }
.hero h1 + p { margin-top: 24px; }
.actions { display: flex; flex-wrap: wrap; gap: 12px; margin-top: 32px; }
.button { display: inline-block; min-height: 52px; padding: 13px 26px; border: 2px solid var(--blue); border-radius: 999px; background: var(--blue); color: var(--on-blue); font: 700 1.0625rem/1.35 var(--text); text-decoration: none; cursor: pointer; }
.button:hover { background: var(--deep); border-color: var(--deep); color: #fff; }
.button.quiet { background: none; color: var(--ink); border-color: var(--line); }
.button.quiet:hover { border-color: var(--blue); color: var(--ink); }
.button.light { background: var(--sun); border-color: var(--sun); color: #0d2238; }
.button.light:hover { background: #fff; border-color: #fff; color: #0d2238; }

.skyline { width: 100%; height: auto; border-radius: 32px; background: var(--tint); }
.skyline .sun { fill: var(--sun); }
.skyline .far { fill: color-mix(in srgb, var(--blue) 30%, var(--tint)); }
.skyline .water { fill: color-mix(in srgb, var(--blue) 55%, var(--tint)); }
.skyline .ripple { fill: none; stroke: var(--tint); stroke-width: 5; stroke-linecap: round; opacity: 0.7; }
.skyline .quay { fill: var(--deep); }
.skyline .bike { fill: none; stroke: var(--ink); stroke-width: 9; stroke-linecap: round; stroke-linejoin: round; }
.skyline .bike .seat { stroke-width: 14; }
.skyline .bike .box { fill: var(--sun); stroke-width: 7; }
.skyline .bike .hub { fill: var(--ground); }

.plans { display: grid; grid-template-columns: repeat(3, 1fr); gap: 20px; }
.plan { padding: 32px 28px; border-radius: 28px; background: var(--tint); }
.plan:nth-child(2) { background: var(--deep); color: #fff; }
.plan .icon { width: 48px; height: 48px; fill: none; stroke: var(--blue); stroke-width: 3.5; stroke-linejoin: round; margin-bottom: 16px; }
.plan:nth-child(2) .icon { stroke: var(--sun); }
.price { margin: 6px 0 18px; color: var(--soft); }
.plan:nth-child(2) .price { color: #cfe2f3; }
.price strong { font: 800 2rem/1 var(--display); color: var(--ink); }
.plan:nth-child(2) .price strong { color: #fff; }
.plan ul li { padding: 6px 0 6px 26px; position: relative; }
.plan ul li::before { content: ""; position: absolute; left: 2px; top: 0.85em; width: 12px; height: 6px; border: solid var(--blue); border-width: 0 0 3px 3px; transform: rotate(-45deg); }
.plan:nth-child(2) ul li::before { border-color: var(--sun); }

.places { display: grid; grid-template-columns: repeat(3, 1fr); gap: 32px; }
.places > li { border-top: 5px solid var(--sun); padding-top: 18px; }
.places h2 { font-size: 1.375rem; }
.places p { margin-top: 8px; color: var(--soft); }
.places .hours, .places .phone { color: var(--ink); font-weight: 600; }
.places .phone { font: 800 1.75rem/1.2 var(--display); }
.places .button { margin-top: 8px; }

.quotes { display: grid; grid-template-columns: repeat(3, 1fr); gap: 32px; }
.quotes blockquote { font-size: 1.1875rem; line-height: 1.5; }
.quotes .who { margin-top: 12px; color: var(--soft); font-size: 0.9375rem; }

main > .band { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 24px 48px; max-width: 1112px; margin: 24px auto 64px; padding: 44px 48px; border-radius: 32px; background: var(--deep); color: #fff; }
.band div { max-width: 38em; }
.band h2 { margin-bottom: 8px; }
.plain { padding-bottom: 16px; }
main > .plain:last-child { padding-bottom: 80px; }
.plain .lead { margin-top: 20px; }
.steps { padding-left: 1.4em; max-width: 42em; }
.steps li { padding: 6px 0 6px 6px; }
.steps li::marker { color: var(--blue); font-weight: 800; }

.bottom { background: var(--tint); }
.columns { display: grid; grid-template-columns: repeat(3, 1fr); gap: 32px; max-width: 1160px; margin: 0 auto; padding: 48px 24px 16px; }
.columns h2 { font-size: 1.0625rem; letter-spacing: 0; }
.columns p { margin-top: 8px; color: var(--soft); }
.columns .brand { margin: 0; color: var(--ink); }
/* Room for the button of the widget, so that it covers no words at the end of the page. */
.fine { max-width: 1160px; margin: 0 auto; padding: 16px 24px 88px; color: var(--soft); font-size: 0.9375rem; }

@media (max-width: 860px) {
  .hero, .plans, .places, .quotes, .columns { grid-template-columns: 1fr; }
  main > section { padding: 36px 20px; }
  .top, .columns { padding-inline: 20px; }
  .top nav { gap: 0 18px; font-size: 1rem; }
  .fine { padding-inline: 20px; }
  main > .band { margin: 16px 20px 48px; padding: 32px 24px; border-radius: 24px; }
}
`

/** Changes with what is in it, so that it may be kept for ever. */
export const styleSheetPath = `/demo/site.css?v=${createHash('sha256').update(siteCss).digest('hex').slice(0, 8)}`
