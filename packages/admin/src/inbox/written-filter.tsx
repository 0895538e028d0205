import { useState } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { onSubmit } from '../ui/form.ts'
import type { FilterName, Finding } from './views.ts'

interface WrittenFilterProps {
  name: FilterName
  finding: Finding
  onSet: (changes: Partial<Record<FilterName, string | undefined>>) => void
  onClose: () => void
  onBack: () => void
}

/** The days, or the pair that the site sent along. */
export function WrittenFilter({ name, finding: { filter }, onSet, onClose, onBack }: WrittenFilterProps) {
  const { t } = useLanguage()
  const texts = t.finding
  const [wrong, setWrong] = useState<string | undefined>()
  const apply = (fields: Record<string, string>) => {
    if (name === 'from') {
      if (fields.from && fields.to && fields.to < fields.from) return setWrong(texts.daysTurned)
      onSet({ from: fields.from || undefined, to: fields.to || undefined })
    } else {
      const pair = `${fields.attribute?.trim()}:${fields.value?.trim()}`
      if (!/^[^:]+:.+$/.test(pair)) return setWrong(texts.pairWanted)
      onSet({ attribute: pair })
    }
    onClose()
  }
  const [attribute = '', ...value] = filter.attribute?.split(':') ?? []
  return (
    <form class="written-filter" onSubmit={onSubmit(apply)}>
      <p class="field-legend">{texts.filters[name]}</p>
      {name === 'from' ? (
        <>
          <TextField label={texts.fromDay} name="from" type="date" defaultValue={filter.from ?? ''} autofocus />
          <TextField label={texts.toDay} name="to" type="date" defaultValue={filter.to ?? ''} error={wrong} />
        </>
      ) : (
        <>
          <TextField label={texts.attributeName} name="attribute" defaultValue={attribute} placeholder="plan" autofocus />
          <TextField label={texts.attributeValue} name="value" defaultValue={value.join(':')} placeholder="pro" error={wrong} />
        </>
      )}
      <div class="row" data-ends>
        <Button look="quiet" onClick={onBack}>
          {texts.allFilters}
        </Button>
        <Button type="submit" look="primary">
          {texts.apply}
        </Button>
      </div>
    </form>
  )
}
