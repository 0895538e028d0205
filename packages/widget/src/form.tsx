import { MESSAGE_MAX } from '@klankbord/shared/widget'
import type { Flow } from './flow.ts'
import { arrive, fill, Icon, Pick, Title } from './parts.tsx'

const scales = { csat: [1, 2, 3, 4, 5], nps: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], ces: [1, 2, 3, 4, 5, 6, 7] }

/** The first step: what kind of thing is it? */
export function Choose({ flow }: { flow: Flow }) {
  const { texts } = flow.room
  return (
    <>
      <Title>{texts.chooseTitle}</Title>
      <p>{texts.chooseIntro}</p>
      <div class="kinds">
        {flow.kinds.map((kind) => (
          <button type="button" onClick={() => flow.say(kind)}>
            <Icon name={kind} />
            {texts[kind]}
          </button>
        ))}
      </div>
    </>
  )
}

/** The second step: the words, and who wants to be told. */
export function Say({ flow }: { flow: Flow }) {
  const { draft, busy } = flow
  const { texts } = flow.room
  const { kind, message, problem } = draft
  const left = MESSAGE_MAX - message.length
  const submit = (event: Event) => {
    event.preventDefault()
    flow.submit()
  }
  return (
    <form noValidate onSubmit={submit}>
      <h2 id="title">
        <label for="message">{kind && texts[`${kind}Ask`]}</label>
      </h2>
      <textarea
        id="message"
        ref={arrive}
        dir="auto"
        rows={5}
        maxLength={MESSAGE_MAX}
        value={message}
        aria-invalid={!!problem && problem !== 'emailWrong'}
        aria-describedby="problem"
        onInput={(event) => flow.write({ message: event.currentTarget.value })}
      />
      {left < 200 && <small>{fill(texts.charactersLeft, { n: left })}</small>}
      <Rating flow={flow} />
      <Notify flow={flow} />
      <p id="problem" role="alert">
        {problem && texts[problem]}
      </p>
      <button type="submit" class="main" aria-disabled={busy}>
        {busy ? texts.sending : texts.send}
      </button>
    </form>
  )
}

function Rating({ flow }: { flow: Flow }) {
  const scale = flow.room.configuration?.rating
  return scale ? (
    <Pick question={flow.room.texts[scale]} options={scales[scale]} chosen={flow.draft.rating} onPick={(rating) => flow.write({ rating })} />
  ) : null
}

function Notify({ flow }: { flow: Flow }) {
  const { notify, email, name, problem } = flow.draft
  const { texts } = flow.room
  return (
    <>
      <label class="check">
        <input type="checkbox" checked={notify} onChange={() => flow.write({ notify: !notify })} />
        {texts.notify}
      </label>
      {notify && (
        <>
          <label>
            {texts.email}
            <input
              type="email"
              autocomplete="email"
              value={email}
              aria-invalid={problem === 'emailWrong'}
              aria-describedby="use problem"
              onInput={(event) => flow.write({ email: event.currentTarget.value })}
            />
          </label>
          <small id="use">{texts.emailUse}</small>
          <label>
            {texts.name}
            <input autocomplete="name" maxLength={100} value={name} onInput={(event) => flow.write({ name: event.currentTarget.value })} />
          </label>
        </>
      )}
    </>
  )
}
