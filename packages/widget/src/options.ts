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
  /** A colour such as `#0f6b5c`; the text on it is made to stand out by itself. */
  accent?: string
  position?: 'right' | 'left'
  /** `none` draws no button: the page opens the widget itself. */
  button?: 'corner' | 'none'
  /** Puts the form inside this element, in the page, instead of behind a button. */
  inside?: HTMLElement
}

/** With what the widget opens. */
export interface Opening {
  kind?: Kind
  /** Prefills the text, unless the customer has a draft. */
  message?: string
  /** Opens the list of what the customer said before. */
  view?: 'mine'
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
  /** Keeps the host site's proof of who this customer is (a signed JWT). */
  identify(identity: { token: string }): void
  set(values: { attributes?: Attributes }): void
  on<Name extends keyof Events>(name: Name, handler: (detail: Events[Name]) => void): void
  /** Takes the widget off the page. What the customer typed stays on the device. */
  unmount(): void
}
