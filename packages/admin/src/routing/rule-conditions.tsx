import { Plus, X } from 'lucide'
import { useFullLanguage } from '../full-language.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Segments } from '../ui/segments.tsx'
import { blankCondition, blankGroup, type GroupDraft, isGroup, type Join, type PartDraft, pathOf } from './draft.ts'
import { ConditionFields } from './rule-condition.tsx'

/** Groups within groups within the list: deeper is not offered, only shown. */
const LEVELS = 2

interface RuleConditionsProps {
  body: GroupDraft
  /** What the server refused, by its path. */
  errors: Record<string, string>
  onChange: (body: GroupDraft) => void
}

/** What must hold: a plain list to begin with, groups where they are asked for. */
export function RuleConditions({ body, errors, onChange }: RuleConditionsProps) {
  const { t } = useFullLanguage()
  return (
    <fieldset class="stack" data-gap="small">
      <legend class="field-legend">{t.routing.when}</legend>
      {errors.when && <p class="field-error">{t.fieldProblem(errors.when)}</p>}
      <Parts group={body} level={0} path="when" errors={errors} onChange={onChange} />
    </fieldset>
  )
}

interface PartsProps {
  group: GroupDraft
  level: number
  path: string
  errors: Record<string, string>
  onChange: (group: GroupDraft) => void
}

function Parts({ group, level, path, errors, onChange }: PartsProps) {
  const { t } = useFullLanguage()
  const texts = t.routing.editor
  const { parts, join } = group
  const replace = (index: number, part: PartDraft) => onChange({ ...group, parts: parts.map((one, at) => (at === index ? part : one)) })
  const remove = (index: number) => onChange({ ...group, parts: parts.filter((_, at) => at !== index) })
  const add = (part: PartDraft) => onChange({ ...group, parts: [...parts, part] })
  const other: Join = join === 'all' ? 'any' : 'all'
  return (
    <>
      {parts.length > 1 && (
        <Segments
          label={texts.join}
          options={[
            { value: 'all', label: texts.all },
            { value: 'any', label: texts.any },
          ]}
          value={join}
          onChange={(join: Join) => onChange({ ...group, join })}
        />
      )}
      {parts.map((part, index) => {
        const shared = {
          rank: index + 1,
          word: index === 0 ? null : join === 'all' ? t.routing.and : t.routing.or,
          path: pathOf(path, group, index, level === 0),
          errors,
          onRemove: parts.length > 1 ? () => remove(index) : undefined,
        }
        return isGroup(part) ? (
          <GroupFields key={part.key} group={part} level={level + 1} {...shared} onChange={(changed) => replace(index, changed)} />
        ) : (
          <ConditionFields key={part.key} draft={part} {...shared} onChange={(changed) => replace(index, changed)} />
        )
      })}
      <div class="row">
        <Button look="quiet" small icon={Plus} onClick={() => add(blankCondition())}>
          {texts.addCondition}
        </Button>
        {level < LEVELS && (
          <Button look="quiet" small icon={Plus} onClick={() => add(blankGroup(other))}>
            {other === 'any' ? texts.addGroup : texts.addAllGroup}
          </Button>
        )}
      </div>
    </>
  )
}

interface GroupFieldsProps extends PartsProps {
  rank: number
  word: string | null
  onRemove: (() => void) | undefined
}

function GroupFields({ rank, word, onRemove, group, onChange, ...rest }: GroupFieldsProps) {
  const { t } = useFullLanguage()
  const texts = t.routing.editor
  const problem = rest.errors[rest.path] ?? rest.errors[`${rest.path}.${group.join}`]
  return (
    <fieldset class="condition-group">
      <legend class="field-legend">
        {word} <span class="unseen">{texts.group(rank)}</span>
      </legend>
      <div class="row" data-ends>
        <label class="choice note-size">
          <input type="checkbox" checked={group.isNot} onChange={(event) => onChange({ ...group, isNot: event.currentTarget.checked })} />
          <span>{texts.negate}</span>
        </label>
        {onRemove && <IconButton icon={X} small label={texts.removeGroup(rank)} onClick={onRemove} />}
      </div>
      {problem && <p class="field-error">{t.fieldProblem(problem)}</p>}
      <Parts group={group} onChange={onChange} {...rest} />
    </fieldset>
  )
}
