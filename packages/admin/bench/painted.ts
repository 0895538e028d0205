/** For a page: `painted(is, then)` calls back with the time of the first frame in which `is` holds. */
export const PAINTED = `window.painted = (is, then) => {
  const seen = () => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => then(performance.now())
    port2.postMessage(null)
  })
  const watch = new MutationObserver(() => is() && (watch.disconnect(), seen()))
  if (is()) seen()
  else watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
}`
