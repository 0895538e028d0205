import { type IdentityAlgorithm, identityAlgorithms, identityEndpoints } from '@klankbord/shared/identity'
import type { Site } from '@klankbord/shared/sites'
import { useMutation } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { Button } from '../ui/button.tsx'
import { Copy } from '../ui/copy.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField, TextArea, TextField } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { SendingForm } from '../ui/sending-form.tsx'
import { ProblemNote } from '../ui/states.tsx'

/** 256 random bits: made here, so that the server never has to show a secret. */
const newSecret = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32)))).replace(/\W/g, '')

interface NewKey {
  kid: string
  algorithm: IdentityAlgorithm
  key: string
}

const useAdd = (site: Site, onSuccess: () => void) =>
  useMutation({ mutationFn: (key: NewKey) => call(identityEndpoints.addIdentityKey, { id: site.id, ...key }), onSuccess })

interface AddProps {
  site: Site
  /** How many there are; the first name offered follows from it. */
  count: number
  onAdded: () => void
  onClose: () => void
}

export function AddIdentityKey({ site, count, onAdded, onClose }: AddProps) {
  const { t } = useFullLanguage()
  const texts = t.sites.identity
  const [kid, setKid] = useState(`key-${count + 1}`)
  const [algorithm, setAlgorithm] = useState<IdentityAlgorithm>('HS256')
  const [key, setKey] = useState('')
  const add = useAdd(site, () => {
    onAdded()
    onClose()
  })
  const errors = fieldErrors(add.error)
  return (
    <Dialog title={texts.add} onClose={onClose}>
      <SendingForm
        isSending={add.isPending}
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!add.isPending) add.mutate({ kid, algorithm, key })
        }}
      >
        <SelectField
          label={texts.algorithm}
          value={algorithm}
          options={identityAlgorithms.map((value) => ({ value, label: texts.algorithms[value] }))}
          onChange={(event) => setAlgorithm(event.currentTarget.value as IdentityAlgorithm)}
        />
        <TextField
          label={texts.kid}
          hint={texts.kidHint}
          required
          maxLength={100}
          value={kid}
          error={errors.kid}
          onInput={(event) => setKid(event.currentTarget.value)}
        />
        <KeyField algorithm={algorithm} value={key} error={errors.key} onChange={setKey} />
        <ProblemNote error={add.error} />
        <footer class="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" busy={add.isPending}>
            {texts.add}
          </Button>
        </footer>
      </SendingForm>
    </Dialog>
  )
}

interface KeyFieldProps {
  algorithm: IdentityAlgorithm
  value: string
  error: string | undefined
  onChange: (key: string) => void
}

function KeyField({ algorithm, value, error, onChange }: KeyFieldProps) {
  const { t } = useFullLanguage()
  const texts = t.sites.identity
  const [made, setMade] = useState<string | null>(null)
  const isSecret = algorithm === 'HS256'
  const make = () => {
    const secret = newSecret()
    setMade(secret)
    onChange(secret)
  }
  return (
    <>
      <TextArea
        short
        label={isSecret ? texts.secret : texts.publicKey}
        hint={isSecret ? texts.secretHint : texts.publicKeyHint}
        required
        value={value}
        error={error}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {isSecret && (
        <div>
          <Button small onClick={make}>
            {texts.make}
          </Button>
        </div>
      )}
      {isSecret && made === value && (
        <div class="stack" data-gap="small">
          <p class="note-size">{texts.made}</p>
          <Copy label={texts.secret} text={made} />
        </div>
      )}
    </>
  )
}
