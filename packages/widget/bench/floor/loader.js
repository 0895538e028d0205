/* The least that does a loader's work: takes its options and the page's early calls, puts a button there, and fetches the rest at a click. */
const script = document.currentScript
const here = script.src
const { site, accent = '#0f6b5c', position = 'right', label = 'Feedback' } = script.dataset
const host = document.createElement('div')
const root = host.attachShadow({ mode: 'open' })
const style = document.createElement('style')
const button = document.createElement('button')
style.textContent = `button{position:fixed;${position}:20px;bottom:20px;padding:12px 18px;border:0;border-radius:24px;background:${accent};color:#fff;font:600 16px system-ui}`
button.textContent = label
const early = window.Bare?.q ?? []
let form
const load = () => {
  form ??= import(new URL('form.js', here).href)
  return form
}
const call = async (name, ...values) => {
  const part = await load()
  part[name](root, button, site, ...values)
}
window.Bare = call
button.onclick = () => call('open')
// Only the floor that is fetched on the way to the button has this.
if (here.endsWith('#hover')) button.onpointerenter = load
root.append(style, button)
document.body.append(host)
for (const given of early) call(...given)
