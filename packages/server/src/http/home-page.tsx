import { type Language, texts } from '../texts/texts.ts'
import { renderPage } from './page.tsx'

/** What somebody sees who opens the server itself: what it is, and the ways in. It says nothing of whose it is. */
export function renderHome(language: Language): string {
  const { home } = texts[language].pages
  return renderPage({
    language,
    title: home.title,
    children: (
      <>
        <h1>{home.title}</h1>
        <div>
          <p class="lead">{home.lead}</p>
          <p>{home.text}</p>
        </div>
        <p>
          <a class="button" href="/admin/">
            {home.signIn}
          </a>
        </p>
        <p>
          <a href="/api/docs">{home.docs}</a>
        </p>
      </>
    ),
  })
}
