import { type MailLook, MOST_LOGO_BYTES, mailEndpoints } from '@klankbord/shared/mails'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { queryClient } from '../queries.ts'
import '../styles/mail.css'
import { Button } from '../ui/button.tsx'
import { Copy } from '../ui/copy.tsx'
import { Field, SelectField, TextArea, TextField } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { SendingForm } from '../ui/sending-form.tsx'
import { ProblemNote, Read } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { differing } from './differing.ts'
import { useMailTexts } from './mail-look-texts.ts'

const lookQuery = { queryKey: ['mail-look'], queryFn: () => call(mailEndpoints.readMailLook, {}), staleTime: 0 }
const keep = (look: MailLook) => queryClient.setQueryData(lookQuery.queryKey, look)

type Form = Pick<MailLook, 'tone' | 'senderName' | 'replyTo' | 'signature' | 'accent' | 'inboundAddress'>
const formOf = ({ tone, senderName, replyTo, signature, accent, inboundAddress }: MailLook): Form => ({
  ...{ tone, senderName, replyTo, signature, accent, inboundAddress },
})

/** How letters to customers look, and where answers to them come in. */
export function MailLookSection() {
  const look = useQuery(lookQuery)
  return <Read query={look}>{(found) => <Edit key={found.version} look={found} />}</Read>
}

function Edit({ look }: { look: MailLook }) {
  const { t } = useLanguage()
  const texts = useMailTexts()
  const [form, setForm] = useState(formOf(look))
  const change = differing(form, formOf(look))
  const save = useMutation({
    mutationFn: () => call(mailEndpoints.changeMailLook, { ...change, version: look.version }),
    onSuccess: (changed) => {
      keep(changed)
      say(t.saved)
    },
  })
  return (
    <section class="stack" aria-label={texts.title}>
      <h2>{texts.title}</h2>
      <SendingForm
        isSending={save.isPending}
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!save.isPending) save.mutate()
        }}
      >
        <Fields form={form} onChange={(part) => setForm({ ...form, ...part })} errors={fieldErrors(save.error)} />
        <ProblemNote error={save.error} kept={t.textKept} />
        <div>
          <Button type="submit" look="primary" busy={save.isPending} disabled={Object.keys(change).length === 0}>
            {t.save}
          </Button>
        </div>
      </SendingForm>
      <LogoField look={look} />
      {look.inboundAddress && (
        <div class="stack" data-gap="small">
          <p class="note-size">{texts.inboundUrl}</p>
          <Copy label={texts.inboundUrl} text={look.inboundUrl} />
        </div>
      )}
      <Preview version={`${look.version} ${look.logo?.width} ${look.logo?.height}`} />
    </section>
  )
}

interface FieldsProps {
  form: Form
  onChange: (part: Partial<Form>) => void
  errors: Record<string, string>
}

function Fields({ form, onChange, errors }: FieldsProps) {
  const texts = useMailTexts()
  const words = (name: 'senderName' | 'replyTo' | 'inboundAddress') => (
    <TextField
      label={texts[name]}
      hint={texts.hints[name]}
      value={form[name] ?? ''}
      error={errors[name]}
      onInput={(event) => onChange({ [name]: event.currentTarget.value || null })}
    />
  )
  return (
    <>
      <SelectField
        label={texts.tone}
        value={form.tone}
        options={Object.entries(texts.tones).map(([value, label]) => ({ value, label }))}
        onChange={(event) => onChange({ tone: event.currentTarget.value as Form['tone'] })}
      />
      {words('senderName')}
      <TextArea
        label={texts.signature}
        short
        value={form.signature ?? ''}
        error={errors.signature}
        onInput={(event) => onChange({ signature: event.currentTarget.value || null })}
      />
      <TextField
        label={texts.accent}
        hint={texts.hints.accent}
        placeholder="#0f6b5c"
        value={form.accent ?? ''}
        error={errors.accent}
        onInput={(event) => onChange({ accent: event.currentTarget.value || null })}
      />
      {words('replyTo')}
      {words('inboundAddress')}
    </>
  )
}

function LogoField({ look }: { look: MailLook }) {
  const texts = useMailTexts()
  const put = useMutation({ mutationFn: (bytes: Blob) => call(mailEndpoints.putMailLogo, {}, { bytes }), onSuccess: keep })
  const remove = useMutation({ mutationFn: () => call(mailEndpoints.removeMailLogo, {}), onSuccess: keep })
  const [isLarge, setLarge] = useState(false)
  return (
    <div class="stack" data-gap="small">
      <Field label={texts.logo} hint={texts.hints.logo} error={isLarge ? texts.tooLarge : undefined}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept="image/png,image/jpeg,image/webp,image/gif"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? []
              setLarge((file?.size ?? 0) > MOST_LOGO_BYTES)
              if (file && file.size <= MOST_LOGO_BYTES) put.mutate(file)
            }}
          />
        )}
      </Field>
      <ProblemNote error={put.error ?? remove.error} />
      {look.logo && (
        <div>
          <Button small busy={remove.isPending} onClick={() => remove.mutate()}>
            {texts.removeLogo}
          </Button>
        </div>
      )}
    </div>
  )
}

const languages = ['nl', 'en', 'de', 'fr'] as const

function Preview({ version }: { version: string }) {
  const texts = useMailTexts()
  const [language, setLanguage] = useState<string>('nl')
  return (
    <div class="stack" data-gap="small">
      <SelectField
        label={texts.preview}
        value={language}
        options={languages.map((value) => ({ value, label: texts.languages[value] }))}
        onChange={(event) => setLanguage(event.currentTarget.value)}
      />
      <iframe key={version} class="mail-page" sandbox="" title={texts.preview} src={`${mailEndpoints.previewMail.path}?language=${language}`} />
    </div>
  )
}
