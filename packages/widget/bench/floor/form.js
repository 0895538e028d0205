/* A form as one makes it with Preact in an hour: a text, an address, and nothing around it. */
import { h, render } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

const css = `form{position:fixed;right:20px;bottom:20px;width:360px;padding:20px;border-radius:12px;background:#fff;color:#222;box-shadow:0 8px 32px #0003;font:16px system-ui}
label{display:block;margin-bottom:12px}textarea,input[type=email]{display:block;width:100%;box-sizing:border-box;padding:8px;font:inherit}
button[type=submit]{padding:10px 16px;border:0;border-radius:8px;background:#0f6b5c;color:#fff;font:inherit}`

function Form({ onClose }) {
  const [message, setMessage] = useState('')
  const [notify, setNotify] = useState(false)
  const [email, setEmail] = useState('')
  const field = useRef(null)
  useEffect(() => field.current.focus(), [])
  const submit = async (event) => {
    event.preventDefault()
    await fetch('/feedback', { method: 'POST', body: JSON.stringify({ message, email: notify ? email : undefined }) })
    onClose()
  }
  return h(
    'form',
    { onSubmit: submit },
    h('style', null, css),
    h(
      'label',
      null,
      'What can we do better?',
      h('textarea', { ref: field, rows: 5, value: message, onInput: (event) => setMessage(event.target.value) }),
    ),
    h('label', null, h('input', { type: 'checkbox', checked: notify, onChange: () => setNotify(!notify) }), ' Let me know'),
    notify && h('label', null, 'E-mail', h('input', { type: 'email', value: email, onInput: (event) => setEmail(event.target.value) })),
    h('button', { type: 'submit' }, 'Send'),
    h('button', { type: 'button', onClick: onClose }, 'Close'),
  )
}

export function open(root, button) {
  const place = document.createElement('div')
  root.append(place)
  button.hidden = true
  const onClose = () => {
    render(null, place)
    button.hidden = false
  }
  render(h(Form, { onClose }), place)
}
