import { options, render } from 'preact'
import { App, fetchAhead } from './app.tsx'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/pieces.css'

// Effects run before the next event, not after the next frame: the combobox writes its text back into its input in an effect,
// and would take out a letter that was typed in between.
options.requestAnimationFrame = queueMicrotask

fetchAhead(location)
const root = document.getElementById('app')
if (root) render(<App />, root)
