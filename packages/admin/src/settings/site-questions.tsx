import type { Question } from '@klankbord/shared/questions'
import { ArrowDown, ArrowUp, Plus, X } from 'lucide'
import { useFullLanguage } from '../full-language.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { SelectField, TextArea, TextField } from '../ui/field.tsx'
import { type Editing, moved } from './site-form.ts'

const MOST = 5
const questionKinds = ['choice', 'text', 'scale'] as const

/** The name under which answers are sent: it stays, whatever the words become. */
const newId = () => `q${crypto.randomUUID().slice(0, 8)}`

/** The same question of another kind: its words stay. */
function asKind({ id, label, required }: Question, kind: Question['kind']): Question {
  if (kind === 'choice') return { id, label, required, kind, options: [], several: false }
  if (kind === 'scale') return { id, label, required, kind, from: 1, to: 5, low: null, high: null }
  return { id, label, required, kind }
}

/** Up to five questions of the site's own. */
export function QuestionList({ form: { questions }, change, errors }: Editing) {
  const { t } = useFullLanguage()
  const texts = t.sites.questions
  const set = (changed: Question[]) => change({ questions: changed })
  return (
    <fieldset class="stack">
      <legend class="field-legend">{texts.title}</legend>
      {questions.length === 0 && <p class="soft note-size">{texts.none}</p>}
      <ol class="questions">
        {questions.map((question, index) => (
          <li key={question.id} class="stack">
            <div class="row question-head" data-ends>
              <strong>{texts.nth(index + 1)}</strong>
              <span>
                <IconButton
                  icon={ArrowUp}
                  small
                  label={texts.up(index + 1)}
                  disabled={index === 0}
                  onClick={() => set(moved(questions, index, -1))}
                />
                <IconButton
                  icon={ArrowDown}
                  small
                  label={texts.down(index + 1)}
                  disabled={index === questions.length - 1}
                  onClick={() => set(moved(questions, index, 1))}
                />
                <IconButton icon={X} small label={texts.remove(index + 1)} onClick={() => set(questions.filter((_, at) => at !== index))} />
              </span>
            </div>
            <QuestionFields
              question={question}
              onChange={(changed) => set(questions.map((one, at) => (at === index ? changed : one)))}
              errorOf={(field) => Object.entries(errors).find(([path]) => path.startsWith(`questions.${index}.${field}`))?.[1]}
            />
          </li>
        ))}
      </ol>
      {questions.length < MOST && (
        <div>
          <Button icon={Plus} onClick={() => set([...questions, { id: newId(), kind: 'text', label: '', required: false }])}>
            {texts.add}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

interface FieldsProps<One extends Question = Question> {
  question: One
  onChange: (question: Question) => void
  errorOf: (field: string) => string | undefined
}

function QuestionFields({ question, onChange, errorOf }: FieldsProps) {
  const { t } = useFullLanguage()
  const texts = t.sites.questions
  return (
    <>
      <div class="question-fields">
        <TextField
          label={texts.label}
          required
          maxLength={200}
          value={question.label}
          error={errorOf('label')}
          onInput={(event) => onChange({ ...question, label: event.currentTarget.value })}
        />
        <SelectField
          label={texts.kind}
          value={question.kind}
          options={questionKinds.map((value) => ({ value, label: texts.kinds[value] }))}
          onChange={(event) => onChange(asKind(question, event.currentTarget.value as Question['kind']))}
        />
      </div>
      {question.kind === 'choice' && <ChoiceFields question={question} onChange={onChange} errorOf={errorOf} />}
      {question.kind === 'scale' && <ScaleFields question={question} onChange={onChange} errorOf={errorOf} />}
      <label class="choice">
        <input type="checkbox" checked={question.required} onChange={(event) => onChange({ ...question, required: event.currentTarget.checked })} />
        {texts.required}
      </label>
    </>
  )
}

function ChoiceFields({ question, onChange, errorOf }: FieldsProps<Question & { kind: 'choice' }>) {
  const { t } = useFullLanguage()
  const texts = t.sites.questions
  return (
    <>
      <TextArea
        short
        label={texts.options}
        hint={texts.optionsHint}
        required
        defaultValue={question.options.join('\n')}
        error={errorOf('options')}
        onInput={(event) => onChange({ ...question, options: event.currentTarget.value.split('\n').filter((line) => line.trim() !== '') })}
      />
      <label class="choice">
        <input type="checkbox" checked={question.several} onChange={(event) => onChange({ ...question, several: event.currentTarget.checked })} />
        {texts.several}
      </label>
    </>
  )
}

function ScaleFields({ question, onChange, errorOf }: FieldsProps<Question & { kind: 'scale' }>) {
  const { t } = useFullLanguage()
  const texts = t.sites.questions
  return (
    <div class="scale-fields">
      <SelectField
        label={texts.from}
        value={String(question.from)}
        options={['0', '1'].map((value) => ({ value, label: value }))}
        onChange={(event) => onChange({ ...question, from: event.currentTarget.value === '0' ? 0 : 1 })}
      />
      <TextField
        label={texts.to}
        type="number"
        min={2}
        max={10}
        required
        value={String(question.to)}
        error={errorOf('to')}
        onInput={(event) => onChange({ ...question, to: event.currentTarget.valueAsNumber })}
      />
      <TextField
        label={texts.low}
        maxLength={60}
        value={question.low ?? ''}
        onInput={(event) => onChange({ ...question, low: event.currentTarget.value || null })}
      />
      <TextField
        label={texts.high}
        maxLength={60}
        value={question.high ?? ''}
        onInput={(event) => onChange({ ...question, high: event.currentTarget.value || null })}
      />
    </div>
  )
}
