import { renderPage, saying } from '../http/page.tsx'
import { type Language, texts } from '../texts/texts.ts'

/** What a colleague sees whose link was revoked, or was not copied whole. Which of the two is not told. */
export function renderGone(language: Language): string {
  const { gone } = texts[language].colleagues
  return renderPage({ language, title: gone.title, children: saying(gone.title, gone.text) })
}
