/** What a customer can say. */
export type Kind = 'compliment' | 'complaint' | 'idea' | 'question'

/** How the widget is placed; the `data-` attributes of the script take the same names. */
export interface Options {
  /** The public key of the site, as the admin app shows it. */
  site: string
  /** Where Klankbord runs, such as `https://feedback.example.nl`. The script takes it from its own address. */
  origin: string
  /** A language tag, such as `nl` or `en-GB`. Without it: the page's `lang`, the browser's language, the site's. */
  locale?: string
  theme?: 'auto' | 'light' | 'dark'
  /** A CSS colour such as `#0f6b5c`; the text on it is made to stand out by itself. `--klankbord-accent` on the page wins from it. */
  accent?: string
  position?: 'right' | 'left'
  /** How round the corners are, in pixels: 0 to 24. */
  radius?: number | string
  density?: 'comfortable' | 'compact'
  /** `page` writes in the font of the page instead of the system's. */
  font?: 'system' | 'page'
  /** `none` draws no button: the page opens the widget itself. */
  button?: 'corner' | 'none'
  /** What the button says: `Feedback` without it. */
  label?: string
  /** `required` keeps nothing on the device until the page calls `Klankbord('consent')`; until then the widget works, and forgets. */
  consent?: 'required'
  /** Puts the form inside this element, in the page, instead of behind a button. */
  inside?: HTMLElement
  /** What stands `inside`: the form, or the list of what was done with feedback. */
  mode?: 'inline' | 'outcomes'
}

/** With what the widget opens. */
export interface Opening {
  /** Which site's widget, on a page that carries several. */
  site?: string
  kind?: Kind
  /** Prefills the text, unless the customer has a draft. */
  message?: string
  /** Opens the list of what the customer said before, or of what was done with everyone's feedback. */
  view?: 'mine' | 'outcomes'
}

/** Who the customer is on the host site. */
export interface Identity {
  /** A JWT that the host site's server signed: `sub`, `aud` (the site's key) and `exp`; `email`, `name` and `locale` if it likes. */
  token: string
  site?: string
}

/** What was sent, for the page's own use. The private link and the token are not in it. */
export interface Submitted {
  id: string
  kind: Kind
  status: string
  goal: { title: string; team: string; replyBy: string | null } | null
}

/** What the widget tells the page. */
export interface Events {
  submitted: Submitted
  opened: undefined
  closed: undefined
  /** How many changes the customer has not seen yet. */
  news: number
  error: { message: string }
}

/** Short facts of the host site that are sent along: at most 20, names of letters, digits, dots and dashes. */
export type Attributes = Record<string, string | number | boolean>

/** A running widget. */
export interface Widget {
  open(opening?: Opening): void
  close(): void
  /** Makes the customer the one whom the host site signed in, so that they see the same list on every device. */
  identify(identity: Identity): void
  /** Forgets on this device who the customer is: for when they sign out of the host site. */
  forget(): void
  /** Lets what the customer types be kept on the device, where `consent: 'required'` held it back. */
  consent(): void
  set(values: { attributes?: Attributes }): void
  on<Name extends keyof Events>(name: Name, handler: (detail: Events[Name]) => void): void
  /** Takes the widget off the page. What the customer typed stays on the device. */
  unmount(): void
}
