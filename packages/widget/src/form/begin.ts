import { kinds } from '@klankbord/shared/widget'
import type { Attributes, Events, Identity, Opening } from '../options.ts'
import type { Configuration, Place, Words } from '../place.ts'
import { openBox } from '../storage.ts'
import { type Language, spoken } from '../texts/languages.ts'
import { later } from './flow.ts'
import { forget } from './forget.ts'
import { kit } from './kit.ts'
import { createPanel, open } from './panel.tsx'
import { learn, namedTexts, type Room, replace } from './room.ts'

/** Takes over from the loader: answers the page's commands, those given before included. */
export async function begin(place: Place, asked: Promise<Response | undefined>, tag?: string, words?: Promise<Words | undefined> | '') {
  const configuration = await configure(place, await asked)
  if (configuration === null) return
  // In the site's own language, where neither page nor browser asks for one that the widget speaks.
  const locale = tag || configuration?.locale || 'en'
  const language = (spoken.exec(locale)?.[0] ?? 'en') as Language
  const own = ((await words) || (await place.fetch(`${language}.form`))) as Words
  const { options, host, button, calls } = place
  const room = {
    ...place,
    kit,
    language,
    locale,
    configuration,
    kinds: configuration?.kinds ?? kinds,
    texts: {},
    attributes: {},
    draft: { message: '' },
    view: 'choose',
    news: 0,
    box: openBox(`klankbord:${options.site}:`, !!options.consent),
    // Real events: what the page does with one, an error included, stays the page's.
    emit: (name: string, detail: unknown) => host.dispatchEvent(new CustomEvent(name, { detail })),
  } as unknown as Room
  await replace(room)
  learn(room, own, namedTexts)
  createPanel(room)
  const commands = answers(room) as { [name: string]: ((...values: unknown[]) => void) | undefined }
  button.textContent = options.label ?? 'Feedback'
  place.call = (name, ...values) => commands[name]?.(...values)
  for (const call of calls) place.call(...call)
  if (host.isConnected && (room.box.recall('token') || room.box.recall('waiting'))) later(room, 'loop')
  if (configuration?.rating || configuration?.questions[0]) later(room, 'questions')
}

/** What the server tells of the site; nothing while it is in trouble, and null where the widget is not wanted. */
async function configure({ host, options: { origin, site } }: Place, asked: Response | undefined): Promise<Configuration | null | undefined> {
  // The answer to an origin that is not allowed cannot be read. That there is one can be seen.
  const probe = () => fetch(`${origin}/widget/v1/sites/${site}`, { mode: 'no-cors', credentials: 'omit' })
  const answer =
    asked ??
    (await probe().then(
      () => ({ status: 403 }) as Response,
      () => undefined,
    ))
  if (answer?.ok) return answer.json().catch(() => {})
  // A server in trouble is no reason to turn the customer away: what they say is kept until it can be sent.
  if (!answer || answer.status >= 429) return
  host.remove()
  // biome-ignore lint/suspicious/noConsole: the developer of the host page has no other place to read this
  console.warn(`Klankbord: ${answer.status} for site ${site}. Check the key, and add this origin to the site's allowed origins.`)
  return null
}

/** What the page can ask of the widget. */
const answers = (room: Room) => ({
  open: (opening: Opening = {}) => open(room, opening),
  close: () => room.dialog.close?.(),
  set: (values: { attributes?: Attributes }) => Object.assign(room.attributes, values.attributes),
  on: (name: keyof Events, handler: (detail: unknown) => void) => room.host.addEventListener(name, (event) => handler((event as CustomEvent).detail)),
  consent: () => room.box.consent(),
  async identify(identity: Identity) {
    room.identity = identity
    const loop = await later(room, 'loop')
    loop?.wake()
  },
  forget: () => forget(room),
  unmount() {
    room.loop?.stop()
    room.host.remove()
  },
})
