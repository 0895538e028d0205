import type { ComponentChildren } from 'preact'
import { shorten } from '../feedback/mask.ts'
import type { Draft } from './draft.ts'
import { NAME_MAX } from './take-idea.ts'
import type { Parts } from './team-page.tsx'

/** Proposes how to reach a goal, or adds to what is running, under a first name. */
export function IdeaForm({ page: { goals }, t, token, formKey, draft, done }: Parts) {
  const { team } = t.colleagues
  if (goals.length === 0) return null
  const wrong = draft?.wrong
  return (
    <section id="idea" class="idea">
      <h2>{team.form}</h2>
      {done && (
        <p class="notice" role="status">
          {team[done]}
        </p>
      )}
      {wrong && !('message' in wrong) && (
        <p class="wrong" role="alert">
          {team[wrong.field]}
        </p>
      )}
      <p class="soft">{team.formLead}</p>
      <form method="post" action={`/t/${token}#idea`}>
        <input type="hidden" name="key" value={formKey} />
        <p class="hidden-field" aria-hidden="true">
          <label>
            {team.leaveEmpty} <input type="text" name="website" tabIndex={-1} autocomplete="off" />
          </label>
        </p>
        <Field id="about" label={team.about} draft={draft}>
          <select id="about" name="about" {...described('about', draft)}>
            {goals.length + goals.flatMap(({ hows }) => hows).length > 1 && <option value="">{team.choose}</option>}
            {goals.map((goal) => (
              <optgroup label={shorten(goal.title, 70)}>
                <option value={`goal:${goal.id}`} selected={draft?.about === `goal:${goal.id}`}>
                  {team.newIdea(shorten(goal.title, 60))}
                </option>
                {goal.hows.map(({ id, title }) => (
                  <option value={`initiative:${id}`} selected={draft?.about === `initiative:${id}`}>
                    {team.addTo(shorten(title, 60))}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </Field>
        <Field id="text" label={team.text} draft={draft}>
          <textarea id="text" name="text" rows={5} {...described('text', draft)}>
            {draft?.text ?? ''}
          </textarea>
        </Field>
        <Field id="name" label={team.name} draft={draft}>
          <input
            id="name"
            type="text"
            name="name"
            maxLength={NAME_MAX}
            autocomplete="given-name"
            value={draft?.name ?? ''}
            {...described('name', draft)}
          />
        </Field>
        <button type="submit">{team.send}</button>
      </form>
    </section>
  )
}

const wrongAt = (id: string, draft: Draft | undefined) =>
  draft?.wrong && 'message' in draft.wrong && draft.wrong.field === id ? draft.wrong.message : undefined

const described = (id: string, draft: Draft | undefined) =>
  wrongAt(id, draft) === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-wrong` }

function Field({ id, label, draft, children }: { id: string; label: string; draft: Draft | undefined; children: ComponentChildren }) {
  const wrong = wrongAt(id, draft)
  return (
    <div class="field" data-wrong={wrong ? '' : undefined}>
      <label for={id}>{label}</label>
      {children}
      {wrong && (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  )
}
