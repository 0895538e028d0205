import { type ReplyTemplate, replyTemplateEndpoints } from '@klankbord/shared/reply-templates'
import { replyVariables } from '@klankbord/shared/reply-variables'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { MessageSquareText, Plus } from 'lucide'
import { useRef, useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { templatesQuery } from '../inbox/use-template.tsx'
import { maySet, useMe } from '../me.ts'
import { queryClient, teamsQuery } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField, TextArea, TextField } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { onSubmit } from '../ui/form.ts'
import { Empty, ProblemNote, Read } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'

const askAgain = () => void queryClient.invalidateQueries({ queryKey: templatesQuery.queryKey })
const languages = ['nl', 'en'] as const

/** The replies that are written more often. */
export function Templates() {
  const { t } = useFullLanguage()
  const texts = t.templates
  const query = useQuery(templatesQuery)
  const [open, setOpen] = useState<ReplyTemplate | 'new' | null>(null)
  return (
    <div class="stack" data-gap="large">
      <div class="row" data-ends>
        <p class="soft page-lead">{texts.lead}</p>
        <Button icon={Plus} onClick={() => setOpen('new')}>
          {texts.add}
        </Button>
      </div>
      <Read query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={MessageSquareText} title={texts.none[0] ?? ''}>
              <p>{texts.none[1]}</p>
            </Empty>
          ) : (
            <ul class="entries">
              {items.map((template) => (
                <Entry key={template.id} template={template} onChange={() => setOpen(template)} />
              ))}
            </ul>
          )
        }
      </Read>
      {open && <TemplateDialog template={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </div>
  )
}

/** A team's own are its members' to write, those for everybody an admin's. */
function useHand() {
  const me = useMe()
  return (teamId: string | null) => maySet(me) || (me.role !== 'viewer' && (me.member?.teams.some((team) => team.teamId === teamId) ?? false))
}

function Entry({ template, onChange }: { template: ReplyTemplate; onChange: () => void }) {
  const { t } = useFullLanguage()
  const texts = t.templates
  const { data: teams } = useQuery(teamsQuery)
  const isMine = useHand()(template.teamId)
  const { id, ...words } = template
  const again = useMutation({ mutationFn: () => call(replyTemplateEndpoints.createReplyTemplate, words), onSuccess: askAgain })
  const remove = useMutation({
    mutationFn: () => call(replyTemplateEndpoints.removeReplyTemplate, { id }),
    onSuccess: () => {
      askAgain()
      say(texts.removed(template.name), { label: t.undo, onClick: () => again.mutate() })
    },
  })
  const team = template.teamId === null ? texts.everyone : (teams?.items.find((one) => one.id === template.teamId)?.name ?? texts.gone)
  return (
    <li class="entry stack" data-gap="small">
      <div class="row" data-ends>
        <div>
          <strong>{template.name}</strong>
          <p class="soft note-size">
            {team}
            {template.locale && ` · ${t.localeNames[template.locale] ?? template.locale}`}
          </p>
        </div>
        {isMine && (
          <span class="row">
            <Button small aria-label={`${texts.change}: ${template.name}`} onClick={onChange}>
              {texts.change}
            </Button>
            <Button small look="danger" aria-label={`${texts.remove}: ${template.name}`} busy={remove.isPending} onClick={() => remove.mutate()}>
              {texts.remove}
            </Button>
          </span>
        )}
      </div>
      <p class="words note-size">{template.text}</p>
      <ProblemNote error={remove.error ?? again.error} />
    </li>
  )
}

function useSave(template: ReplyTemplate | null, text: string, done: () => void) {
  const { t } = useFullLanguage()
  return useMutation({
    mutationFn: ({ name = '', teamId = '', locale = '' }: Record<string, string>) => {
      const words = { name, text, teamId: teamId || null, locale: locale || null }
      return template
        ? call(replyTemplateEndpoints.changeReplyTemplate, { id: template.id, ...words })
        : call(replyTemplateEndpoints.createReplyTemplate, words)
    },
    onSuccess: () => {
      askAgain()
      say(t.templates.saved)
      done()
    },
  })
}

function TemplateDialog({ template, onClose }: { template: ReplyTemplate | null; onClose: () => void }) {
  const { t } = useFullLanguage()
  const texts = t.templates
  const hand = useHand()
  const { data: teams } = useQuery(teamsQuery)
  const [text, setText] = useState(template?.text ?? '')
  const form = useRef<HTMLFormElement>(null)
  const save = useSave(template, text, onClose)
  const errors = fieldErrors(save.error)
  const insert = (name: string) => {
    const area = form.current?.querySelector('textarea')
    const at = area?.selectionEnd ?? text.length
    setText(`${text.slice(0, at)}{{${name}}}${text.slice(at)}`)
    area?.focus()
  }
  const options = [{ value: '', label: texts.everyone }, ...(teams?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))].filter(
    ({ value }) => hand(value || null),
  )
  return (
    <Dialog title={template ? texts.change : texts.add} onClose={onClose}>
      <form ref={form} class="stack" onSubmit={onSubmit((fields) => !save.isPending && save.mutate(fields))}>
        <TextField
          label={texts.name}
          placeholder={texts.nameExample}
          name="name"
          required
          maxLength={100}
          defaultValue={template?.name ?? ''}
          error={errors.name}
          autofocus
        />
        <TextArea
          label={texts.text}
          required
          maxLength={5000}
          value={text}
          error={errors.text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <Variables onInsert={insert} />
        <SelectField label={texts.team} name="teamId" value={template?.teamId ?? options[0]?.value ?? ''} options={options} error={errors.teamId} />
        <SelectField
          label={texts.locale}
          name="locale"
          value={template?.locale ?? ''}
          options={[{ value: '', label: texts.anyLocale }, ...languages.map((value) => ({ value, label: t.localeNames[value] ?? value }))]}
        />
        <ProblemNote error={save.error} kept={t.textKept} />
        <Foot isBusy={save.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}

/** What can be left open in a template, to put where one writes. */
function Variables({ onInsert }: { onInsert: (name: string) => void }) {
  const { t } = useFullLanguage()
  return (
    <div class="row note-size">
      <span>{t.templates.insert}</span>
      {replyVariables.map((name) => (
        <Button key={name} small onClick={() => onInsert(name)}>
          {t.item.variables[name]}
        </Button>
      ))}
    </div>
  )
}

function Foot({ isBusy, onClose }: { isBusy: boolean; onClose: () => void }) {
  const { t } = useFullLanguage()
  return (
    <footer class="dialog-foot">
      <Button onClick={onClose}>{t.cancel}</Button>
      <Button type="submit" look="primary" busy={isBusy}>
        {t.save}
      </Button>
    </footer>
  )
}
