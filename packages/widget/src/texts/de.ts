import type { Texts } from './languages.ts'

/** German says "du" to the customer. */
export const form: Texts['form'] = {
  close: 'Schließen',
  back: 'Zurück',
  loading: 'Einen Moment…',
  failed: 'Gerade keine Verbindung. Es ist nichts verloren gegangen.',
  again: 'Erneut versuchen',
  mine: 'Mein Feedback',
  news: { other: '{n} neu' },

  compliment: 'Lob',
  complaint: 'Beschwerde',
  idea: 'Idee',
  question: 'Frage',

  chooseTitle: 'Was möchtest du uns sagen?',
  chooseIntro: 'Ein Team liest es, und du erfährst, was damit passiert.',
  complimentAsk: 'Was lief gut?',
  complaintAsk: 'Was lief schief?',
  ideaAsk: 'Was könnte besser sein, und wie?',
  questionAsk: 'Was möchtest du wissen?',
  charactersLeft: { other: 'Noch {n} Zeichen' },
  picture: 'Bild hinzufügen',
  capture: 'Diese Seite zeigen',
  notify: 'Lasst mich wissen, was ihr damit macht',
  email: 'E-Mail-Adresse',
  emailUse: 'Nur, um dir dazu zu schreiben. Zuerst bitten wir dich, die Adresse zu bestätigen.',
  name: 'Name (freiwillig)',
  send: 'Senden',
  sending: 'Wird gesendet…',
  discard: 'Verwerfen',
  discardAsk: 'Wirklich verwerfen?',
  unkept: 'Dein Browser speichert das nicht. Lass diese Seite offen, bis alles gesendet ist.',

  messageMissing: 'Schreib zuerst ein paar Worte.',
  emailWrong: 'Diese E-Mail-Adresse stimmt nicht. Schaust du noch einmal nach?',
  refused: 'Das konnten wir nicht annehmen. Dein Text ist noch da: Ändere ihn oder versuch es später noch einmal.',

  thanks: 'Vielen Dank.',
  thanksComplaint: 'Danke, dass du uns das sagst.',
  promiseTeam: '{team} kümmert sich darum. Es gehört zum Ziel des Teams: {title}.',
  promiseDate: 'Du hörst von uns bis spätestens {date}.',
  promiseOpen: 'Wir suchen das passende Team dafür. Du siehst es bei deinem Feedback.',
  mailConfirm: 'Klick auf den Link in der Mail an {email}, dann erfährst du es auch per E-Mail.',
  mailConfirmed: 'Du erfährst es auch per E-Mail, an {email}.',
  keepLink: 'Unter diesem Link siehst du immer, was mit deinem Feedback passiert.',
  openLink: 'Deine Seite öffnen',
  another: 'Noch etwas sagen',

  kept: 'Auf diesem Gerät gespeichert',
  keptOffline: 'Du bist offline. Wir senden dein Feedback, sobald du wieder verbunden bist.',
  keptBusy: 'Das Senden klappt gerade nicht. Wir versuchen es von selbst noch einmal.',
  notSent: 'Noch nicht gesendet',

  mineEmpty: 'Hier siehst du, was du uns gesagt hast und was damit passiert.',
  more: 'Mehr laden',
  received: 'Eingegangen',
  routed: 'Beim Team',
  in_progress: 'In Arbeit',
  answered: 'Beantwortet',
  reopened: 'Wieder geöffnet',
  merged: 'Zusammengeführt',
  spam: 'Eingegangen',
  message: 'Nachricht',
  reaction: 'Deine Reaktion',

  plan: 'Was wir tun werden',
  done: 'Was wir getan haben',
  partly: 'Teilweise',
  not_doing: 'Warum wir das nicht tun',
  answer: 'Unsere Antwort',
  better: 'Was jetzt besser ist',
  next: 'Was noch besser wird',
  measure: '{name}: von {before} auf {after}',
  helped: 'Hat dir das geholfen?',
  yes: 'Ja',
  no: 'Nein',
  helpedWords: 'Möchtest du etwas dazu sagen?',
  helpedThanks: 'Danke. Das Team liest es.',
  helpedReopened: 'Danke. Das Team sieht es sich noch einmal an.',

  conversation: 'Nachrichten',
  you: 'Du',
  write: 'Schreib eine Nachricht',
  timeline: 'Was passiert ist',

  outcomes: 'Was wir mit Feedback gemacht haben',
  outcomesEmpty: 'Noch nichts. Schau später wieder vorbei.',
  yours: 'Deine Daten',
}

/** While the customer writes. */
export const similar: Texts['similar'] = {
  similar: 'Dazu haben wir schon etwas getan',
}

/** What the site itself asks. */
export const questions: Texts['questions'] = {
  optional: 'freiwillig',
  csat: 'Wie zufrieden bist du? (1 = gar nicht, 5 = sehr)',
  nps: 'Würdest du uns weiterempfehlen? (0 = sicher nicht, 10 = ganz sicher)',
  ces: 'Wie einfach war es? (1 = schwierig, 7 = einfach)',
  answerMissing: 'Eine Frage ist noch offen.',
  pictureOf: 'Bild {n}',
}

/** What a customer can do with what is theirs. */
export const yours: Texts['yours'] = {
  exportAll: 'Alles herunterladen',
  eraseAll: 'Alles löschen',
  eraseAsk: 'Alles, was du uns hier gesagt hast, verschwindet, auch bei uns. Das lässt sich nicht rückgängig machen.',
  eraseYes: 'Ja, alles löschen',
  erased: 'Alles ist gelöscht.',
  device: 'Auf einem anderen Gerät ansehen',
  deviceUse: 'Wir schicken einen Link an die Adresse, die du bei uns bestätigt hast.',
  deviceSent: 'Wenn wir diese Adresse kennen, bekommst du gleich eine Mail.',
}

export const pictures: Texts['pictures'] = {
  pictureRefused: 'Eines der Bilder konnten wir nicht annehmen. Dein Text ist noch da: Entferne das Bild oder wähle ein anderes.',
  remove: 'Bild {n} entfernen',
  type: 'Diese Datei können wir nicht als Bild lesen. JPEG, PNG, WebP oder GIF geht.',
  size: 'Dieses Bild ist zu groß. Wähle ein kleineres.',
  broken: 'Dieses Bild lässt sich nicht lesen. Wähle ein anderes.',
  captureFailed: 'Die Seite ließ sich nicht aufnehmen. Du kannst einen eigenen Screenshot hinzufügen.',
  tooMany: { one: 'Mehr als {n} Bild passt nicht.', other: 'Mehr als {n} Bilder passen nicht.' },
  lost: {
    one: 'Ein Bild konnte dein Browser nicht speichern. Füge es bitte noch einmal hinzu.',
    other: '{n} Bilder konnte dein Browser nicht speichern. Füge sie bitte noch einmal hinzu.',
  },
}

export const capture: Texts['capture'] = {
  editTitle: 'Was soll niemand sehen?',
  editHelp: 'Zieh über das, was du verbergen willst. Es wird für immer aus dem Bild entfernt.',
  editKeys: 'Mit Tasten: Pfeile bewegen den Rahmen, Umschalt mit Pfeilen macht ihn größer oder kleiner, Enter verbirgt, was darunter liegt.',
  editPicture: 'Das Bild',
  editBrush: 'Pinsel',
  editUndo: 'Rückgängig',
  editUse: 'Dieses Bild verwenden',
  editCancel: 'Abbrechen',
  editHidden: 'Verborgene Stellen: {n}',
  editFailed: 'Mit diesem Bild klappt es nicht. Versuch ein anderes.',
}
