import { hashSecret, newId } from '../db/ids.ts'
import { type Language, texts } from '../texts/texts.ts'
import { FirstName, IDEA_MAX, Idea, NAME_MAX } from './take-idea.ts'

/** What was typed in the form, with what is wrong with it. */
export interface Draft {
  about: string
  text: string
  name: string
  key: string
  wrong?: { field: 'about' | 'text' | 'name'; message: string } | { field: 'tooOften' | 'changed' } | undefined
}

const KEY = /^[\w-]{1,64}$/

/** A form that is sent twice counts once; other words, written after going back to the same form, are another idea. */
export function readDraft(form: Record<string, string>, language: Language): Draft {
  const { team } = texts[language].colleagues
  const [name, text] = [FirstName.safeParse(form.name ?? ''), Idea.safeParse(form.text ?? '')]
  const typed = { about: form.about ?? '', text: form.text ?? '', name: form.name ?? '' }
  const wrong = (field: 'about' | 'text' | 'name', message: string): Draft => ({ ...typed, key: newId(), wrong: { field, message } })
  if (!/^(goal|initiative):[\w-]{1,64}$/.test(typed.about)) return wrong('about', team.aboutMissing)
  if (!text.success) return wrong('text', typed.text.trim() === '' ? team.textMissing : team.textLong(IDEA_MAX))
  if (!name.success) return wrong('name', typed.name.trim() === '' ? team.nameMissing : team.nameLong(NAME_MAX))
  const key = KEY.test(form.key ?? '') ? (form.key ?? '') : newId()
  return { about: typed.about, text: text.data, name: name.data, key: `${key}:${hashSecret(JSON.stringify([typed.about, text.data, name.data]))}` }
}
