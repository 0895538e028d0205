/**
 * What customers of a part of the company said, as a script to play. Each line is one item:
 * `<days ago> <kind> <language> [<rating 1–5>] | <words>`, with `¶` for a new line. Indented lines below it say what happened next:
 * `team:` a reply, `customer:` an answer to it, `note:` a note among colleagues, and `yes:`, `partly:` or `no:` the reaction
 * to the outcome (`no@3:` three days ago). `{name}` is what the customer calls themselves.
 */
export interface Voices {
  /** The goal that they belong to; null for what nobody has routed yet. */
  goal: string | null
  /** The outcome that answers them. */
  outcome?: string
  /** The initiative under which they stand. */
  initiative?: string
  /** What is the matter with them, where they have no outcome: nobody replied in time, or they are spam. */
  fate?: 'overdue' | 'spam'
  said: string
}
