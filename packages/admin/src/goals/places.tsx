import { useLocation } from 'preact-iso'
import { useFullLanguage } from '../full-language.ts'

/** The ways to look at the goals: the tree, who has none yet, and the story on one page. */
export function GoalPlaces() {
  const { t } = useFullLanguage()
  const { path } = useLocation()
  const places = [
    { href: '/admin/goals', label: t.goals.places.goals },
    { href: '/admin/goals/coverage', label: t.goals.places.coverage },
    { href: '/admin/goals/story', label: t.goals.places.story },
  ]
  // The page of one goal is part of the goals.
  const here = places.findLast(({ href }) => path === href || path.startsWith(`${href}/`))?.href
  return (
    <nav class="places" aria-label={t.goals.places.label}>
      {places.map(({ href, label }) => (
        <a key={href} href={href} aria-current={href === here ? (path === href ? 'page' : 'true') : undefined}>
          {label}
        </a>
      ))}
    </nav>
  )
}
