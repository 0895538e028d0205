import type { GoalPage } from '@klankbord/shared/goals'
import { type Initiative, initiativeEndpoints } from '@klankbord/shared/initiatives'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call, isProblem } from '../api.ts'
import { useDraft } from '../drafts.ts'
import { useFullLanguage } from '../full-language.ts'
import { isSame } from '../settings/differing.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea, TextField } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { onSubmit } from '../ui/form.ts'
import { SendingForm } from '../ui/sending-form.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { asWritten, Overtaken } from './overtaken.tsx'
import { goalsChanged, teamPeopleQuery } from './queries.ts'

interface InitiativeDialogProps {
  goal: GoalPage
  initiative: Initiative | null
  onClose: () => void
}

type Words = ReturnType<typeof useTexts>

interface Written {
  fields: Record<string, string>
  /** The one that was open; another's once the person has chosen to write over it. */
  version: string | undefined
}

async function change({ id, version, ...wanted }: { id: string; version: string | undefined; plan: string; notes: string }) {
  try {
    return await call(initiativeEndpoints.changeInitiative, { id, version, ...wanted })
  } catch (error) {
    // Its answer may have been lost: then what is there now is what was sent.
    const now = isProblem(error, 'stale') ? asWritten(await call(initiativeEndpoints.readInitiative, { id })) : undefined
    if (!isSame({ ...wanted, plan: wanted.plan || null, notes: wanted.notes || null }, now)) throw error
  }
}

function useSave({ goal, initiative, onClose }: InitiativeDialogProps, texts: Words, memberIds: string[]) {
  const { t } = useFullLanguage()
  return useMutation({
    mutationFn: ({ fields: { startsOn = '', endsOn = '' }, version }: Written) => {
      const shared = { ...texts.values, memberIds, startsOn: startsOn || null, endsOn: endsOn || null }
      return initiative
        ? change({ id: initiative.id, ...shared, version })
        : call(initiativeEndpoints.createInitiative, { goalId: goal.id, ...shared })
    },
    onSuccess: () => {
      goalsChanged()
      texts.clear()
      say(t.saved)
      onClose()
    },
  })
}

/** Writes or changes an initiative: its plan for customers apart from what stays inside. */
export function InitiativeDialog(props: InitiativeDialogProps) {
  const { goal, initiative, onClose } = props
  const { t } = useFullLanguage()
  const texts = useTexts(initiative?.id ?? `new:${goal.id}`, initiative)
  const [memberIds, setMemberIds] = useState(initiative?.people.map(({ id }) => id) ?? [])
  const save = useSave(props, texts, memberIds)
  const errors = fieldErrors(save.error)
  const isStale = initiative !== null && isProblem(save.error, 'stale')
  return (
    <Dialog title={initiative ? t.how.changeDialog : t.how.dialog} onClose={onClose}>
      <SendingForm
        isSending={save.isPending}
        class="stack"
        onSubmit={onSubmit((fields) => !save.isPending && save.mutate({ fields, version: initiative?.version }))}
      >
        <p class="soft">{goal.title}</p>
        <TextFields texts={texts} errors={errors} />
        <div class="pair">
          <TextField label={t.goals.startsOn} name="startsOn" type="date" defaultValue={initiative?.startsOn ?? ''} error={errors.startsOn} />
          <TextField label={t.goals.endsOn} name="endsOn" type="date" defaultValue={initiative?.endsOn ?? ''} error={errors.endsOn} />
        </div>
        <People teamId={goal.teamId} chosen={memberIds} onChange={setMemberIds} />
        {isStale ? (
          <Overtaken
            before={initiative}
            busy={save.isPending}
            onTheirs={() => {
              goalsChanged()
              texts.clear()
              onClose()
            }}
            onMine={(version) => save.mutate({ fields: save.variables?.fields ?? {}, version })}
          />
        ) : (
          <ProblemNote error={save.error} kept={t.textKept} />
        )}
        <footer class="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" busy={save.isPending}>
            {initiative ? t.save : t.how.add}
          </Button>
        </footer>
      </SendingForm>
    </Dialog>
  )
}

function TextFields({ texts, errors }: { texts: Words; errors: Record<string, string> }) {
  const { t } = useFullLanguage()
  return (
    <>
      <TextField
        label={t.how.title}
        placeholder={t.inbox.how.freshExample}
        required
        maxLength={200}
        autofocus
        value={texts.values.title}
        error={errors.title}
        onInput={(event) => texts.set.title(event.currentTarget.value)}
      />
      <TextArea
        short
        label={`${t.how.plan} (${t.optional})`}
        hint={t.how.planHint}
        placeholder={t.inbox.how.planExample}
        maxLength={5000}
        value={texts.values.plan}
        error={errors.plan}
        onInput={(event) => texts.set.plan(event.currentTarget.value)}
      />
      <TextArea
        short
        label={`${t.how.notes} (${t.optional})`}
        hint={t.how.notesHint}
        maxLength={10_000}
        value={texts.values.notes}
        error={errors.notes}
        onInput={(event) => texts.set.notes(event.currentTarget.value)}
      />
    </>
  )
}

/** The texts, kept on this device while they are written. */
function useTexts(name: string, initiative: Initiative | null) {
  const [title, setTitle] = useDraft(`initiative-title:${name}`)
  const [plan, setPlan] = useDraft(`initiative-plan:${name}`)
  const [notes, setNotes] = useDraft(`initiative-notes:${name}`)
  const [begun, setBegun] = useState({ title: title !== '', plan: plan !== '', notes: notes !== '' })
  const touch = (part: keyof typeof begun, set: (text: string) => void) => (text: string) => {
    setBegun((before) => ({ ...before, [part]: true }))
    set(text)
  }
  return {
    values: {
      title: begun.title ? title : (initiative?.title ?? ''),
      plan: begun.plan ? plan : (initiative?.plan ?? ''),
      notes: begun.notes ? notes : (initiative?.notes ?? ''),
    },
    set: { title: touch('title', setTitle), plan: touch('plan', setPlan), notes: touch('notes', setNotes) },
    clear: () => {
      for (const set of [setTitle, setPlan, setNotes]) set('')
    },
  }
}

interface PeopleProps {
  teamId: string
  chosen: string[]
  onChange: (ids: string[]) => void
}

/** Which members of the team take part. */
function People({ teamId, chosen, onChange }: PeopleProps) {
  const { t } = useFullLanguage()
  const { data } = useQuery(teamPeopleQuery(teamId))
  if (!data || data.items.length === 0) return null
  return (
    <fieldset class="stack" data-gap="small">
      <legend class="field-legend">{t.how.people}</legend>
      <div class="choices people-choices">
        {data.items.map(({ id, name }) => (
          <label key={id} class="choice">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
