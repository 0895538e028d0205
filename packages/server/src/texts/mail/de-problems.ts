import type { MailTexts } from './mail-texts.ts'

/** Without du and Sie: of whose page it would have been nothing is known. */
export const germanProblems: MailTexts['pages']['problems'] = {
  'not-found': {
    title: 'Dieser Link führt nirgendwohin (mehr)',
    text: 'Vielleicht wurde er nicht vollständig kopiert, oder er gehört zu einer Adresse, die inzwischen geändert wurde. Bitte den Link aus der letzten Mail noch einmal öffnen, oder unter „Mein Feedback“ auf der Website nachsehen, auf der das Feedback gegeben wurde.',
  },
  'too-many-requests': {
    title: 'Einen Moment bitte',
    text: 'Über diese Verbindung kam sehr viel auf einmal. Bitte eine Minute warten und es noch einmal versuchen; es wurde nichts geändert.',
  },
  'too-large': { title: 'Das ist zu groß', text: 'Bitte zurückgehen, den Text kürzen und ihn noch einmal absenden. Es wurde nichts gespeichert.' },
  conflict: {
    title: 'Gerade hat sich etwas geändert',
    text: 'Bitte zurückgehen, die Seite neu laden und es noch einmal versuchen. Die Antwort ist noch nicht gespeichert.',
  },
  unavailable: {
    title: 'Das geht im Moment nicht',
    text: 'Wir können gerade nichts speichern. Bitte zurückgehen und es in einer Minute noch einmal versuchen; es wurde nichts geändert.',
  },
  internal: { title: 'Bei uns ist etwas schiefgegangen', text: 'Das liegt an uns. Es wurde nichts geändert. Bitte später noch einmal versuchen.' },
}
