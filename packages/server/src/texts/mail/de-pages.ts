import type { Happened, Judged, MailTexts, Say, Standing, Talk } from './mail-texts.ts'

type Pages = Omit<MailTexts['pages'], 'problems'>

const standingOf = (say: Say): Standing => ({
  title: {
    compliment: say('Was mit deinem Lob passiert', 'Was mit Ihrem Lob passiert'),
    complaint: say('Was mit deiner Beschwerde passiert', 'Was mit Ihrer Beschwerde passiert'),
    idea: say('Was mit deiner Idee passiert', 'Was mit Ihrer Idee passiert'),
    question: say('Was mit deiner Frage passiert', 'Was mit Ihrer Frage passiert'),
  },
  steps: { received: 'Eingegangen', routed: 'Beim Team', in_progress: 'In Bearbeitung', answered: 'Beantwortet' },
  now: 'Jetzt:',
  isReopened: 'Wieder geöffnet',
  isMerged: 'Mit gleichem Feedback zusammengelegt',
  youSaid: (day) => say(`Das hast du am ${day} geschrieben`, `Das haben Sie am ${day} geschrieben`),
  picture: (at, of) =>
    of === 1
      ? say('Das Bild, das du mitgeschickt hast', 'Das Bild, das Sie mitgeschickt haben')
      : say(`Bild ${at} von ${of}, die du mitgeschickt hast`, `Bild ${at} von ${of}, die Sie mitgeschickt haben`),
  rating: {
    csat: (value) => `Zufriedenheit: ${value} von 5`,
    nps: (value) => `Würde uns weiterempfehlen: ${value} von 10`,
    ces: (value) => `Wie leicht es ging: ${value} von 7`,
  },
  late: (day) =>
    say(
      `Wir haben dir bis ${day} eine Antwort versprochen. Das haben wir nicht geschafft. Beim Team steht es als überfällig, damit es nicht liegen bleibt.`,
      `Wir haben Ihnen bis ${day} eine Antwort versprochen. Das haben wir nicht geschafft. Beim Team steht es als überfällig, damit es nicht liegen bleibt.`,
    ),
  asked: say(
    'Wir haben dich etwas gefragt. Sobald du antwortest, machen wir weiter.',
    'Wir haben Sie etwas gefragt. Sobald Sie antworten, machen wir weiter.',
  ),
  moved: (from, to) => `Zuerst haben wir ${from} genannt. Daraus wird ${to}.`,
  movedWhy: (reason) => `Warum: ${reason}`,
  reopened: say(
    'Du hast gesagt, dass es nicht gelöst ist. Das Team sieht es sich noch einmal an.',
    'Sie haben gesagt, dass es nicht gelöst ist. Das Team sieht es sich noch einmal an.',
  ),
  merged: 'Andere haben dasselbe geschrieben. Alle bekommen zusammen eine Antwort, und sie erscheint auch hier.',
  plan: 'Was wir vorhaben',
  outcomeBy: (team, day) => `${team}, ${day}`,
  goal: (team, goal) => `Das gehört zum Ziel von ${team}: ${goal}.`,
  measure: (before, after, unit) => `von ${before} auf ${after} ${unit}`,
})

const happenedOf = (say: Say): Happened => ({
  timeline: 'Was passiert ist',
  events: {
    received: () => say('Dein Feedback ist eingegangen', 'Ihr Feedback ist eingegangen'),
    routed: (team) => (team ? `An ${team} weitergegeben` : 'An das Team weitergegeben'),
    in_progress: (team) => (team ? `${team} hat damit angefangen` : 'Das Team hat damit angefangen'),
    message: (team) => (team ? `Nachricht von ${team}` : 'Eine Nachricht kam dazu'),
    asked: (team) => `${team ?? 'Das Team'} ${say('hat dich etwas gefragt', 'hat Sie etwas gefragt')}`,
    moved: (team) => (team ? `${team} hat ein neues Datum genannt` : 'Es gibt ein neues Datum'),
    answered: (team) => (team ? `Beantwortet von ${team}` : 'Beantwortet'),
    reaction: () => say('Du hast gesagt, was du davon hältst', 'Sie haben gesagt, was Sie davon halten'),
    reopened: () => 'Wieder geöffnet',
    merged: () => 'Mit gleichem Feedback zusammengelegt',
  },
})

const talkOf = (say: Say): Talk => ({
  conversation: 'Nachrichten',
  you: say('Du', 'Sie'),
  noMessages: say(
    'Noch keine Nachrichten. Möchtest du etwas ergänzen oder fragen? Das Team liest es.',
    'Noch keine Nachrichten. Möchten Sie etwas ergänzen oder fragen? Das Team liest es.',
  ),
  write: 'Eine Nachricht schreiben',
  send: 'Senden',
  messageMissing: say('Schreib zuerst etwas, dann senden wir es.', 'Bitte schreiben Sie zuerst etwas, dann senden wir es.'),
  messageLong: (most) =>
    say(
      `Das ist zu lang. Höchstens ${most} Zeichen passen; dein Text steht noch da.`,
      `Das ist zu lang. Höchstens ${most} Zeichen passen; Ihr Text steht noch da.`,
    ),
  messageSent: say('Deine Nachricht ist beim Team.', 'Ihre Nachricht ist beim Team.'),
  optional: 'freiwillig',
  keep: keepOf(say),
})

const judgedOf = (say: Say): Judged => ({
  reasonsAsked: 'Was stimmt noch nicht?',
  reasons: {
    not_solved: 'Es ist nicht gelöst',
    still_part: 'Ein Teil ist noch wie vorher',
    came_back: 'Es war besser, aber es ist wieder da',
    other_point: 'Ich meinte etwas anderes',
    unclear: 'Ich verstehe die Antwort nicht',
    disagree: 'Ich bin nicht einverstanden',
  },
  answered: (team, title) => `${team} hat geantwortet: ${title}.`,
  yourAnswer: (choice) =>
    say(
      `Deine Antwort: ${choice.toLowerCase()}. Sie zählt erst, wenn du auf den Knopf drückst.`,
      `Ihre Antwort: ${choice.toLowerCase()}. Sie zählt erst, wenn Sie auf den Knopf drücken.`,
    ),
  giveAnswer: (choice) => `Senden: ${choice.toLowerCase()}`,
  otherAnswer: 'Doch eine andere Antwort?',
  whole: 'Erst die ganze Geschichte ansehen',
  react: say('Sag uns Bescheid', 'Sagen Sie uns Bescheid'),
  reacted: {
    yes: say('Du hast gesagt: ja.', 'Sie haben gesagt: ja.'),
    partly: say('Du hast gesagt: teilweise.', 'Sie haben gesagt: teilweise.'),
    no: say('Du hast gesagt: nein. Das Team sieht es sich noch einmal an.', 'Sie haben gesagt: nein. Das Team sieht es sich noch einmal an.'),
  },
  reactionSent: say('Danke, das Team liest, was du davon hältst.', 'Danke, das Team liest, was Sie davon halten.'),
  changeReaction: say('Deine Antwort ändern', 'Ihre Antwort ändern'),
  choiceMissing: say(
    'Wähle zuerst ja, teilweise oder nein. Was du geschrieben hast, steht noch da.',
    'Bitte wählen Sie zuerst ja, teilweise oder nein. Was Sie geschrieben haben, steht noch da.',
  ),
  reactionWords: say('Möchtest du etwas dazu sagen?', 'Möchten Sie etwas dazu sagen?'),
})

const keepOf = (say: Say) =>
  say(
    'Diese Seite gehört dir. Bewahre den Link auf: Wer ihn hat, kann mitlesen und mitschreiben.',
    'Diese Seite gehört Ihnen. Bewahren Sie den Link auf: Wer ihn hat, kann mitlesen und mitschreiben.',
  )

const allOf = (say: Say): Pages['all'] => ({
  title: say('Alles, was du uns gesagt hast', 'Alles, was Sie uns gesagt haben'),
  lead: (organisation) =>
    say(
      `Das hast du an ${organisation} geschrieben. Öffne eines davon, um zu sehen, was damit passiert, oder um etwas zu ergänzen.`,
      `Das haben Sie an ${organisation} geschrieben. Öffnen Sie eines davon, um zu sehen, was damit passiert, oder um etwas zu ergänzen.`,
    ),
  none: 'Hier steht noch nichts.',
  said: (day) => `Am ${day}`,
  news: 'Es gibt Neues',
  keep: keepOf(say),
})

const confirmOf = (say: Say): Pages['confirm'] => ({
  title: say('Dürfen wir dich auf dem Laufenden halten?', 'Dürfen wir Sie auf dem Laufenden halten?'),
  ask: (organisation, email) =>
    say(
      `Dann schreibt ${organisation} an ${email}, was mit deinem Feedback passiert. In jeder Mail kannst du das wieder beenden.`,
      `Dann schreibt ${organisation} an ${email}, was mit Ihrem Feedback passiert. In jeder Mail können Sie das wieder beenden.`,
    ),
  yes: say('Ja, haltet mich auf dem Laufenden', 'Ja, bitte halten Sie mich auf dem Laufenden'),
  doneTitle: 'Alles klar',
  done: (organisation, email) =>
    say(
      `Ab jetzt schreibt dir ${organisation} an ${email}, sobald es etwas zu erzählen gibt.`,
      `Ab jetzt schreibt Ihnen ${organisation} an ${email}, sobald es etwas zu berichten gibt.`,
    ),
  next: (day) => say(`Du hörst spätestens am ${day} von uns.`, `Sie hören spätestens am ${day} von uns.`),
  open: say('Ansehen, was mit deinem Feedback passiert', 'Ansehen, was mit Ihrem Feedback passiert'),
})

const unsubscribeOf = (say: Say): Pages['unsubscribe'] => ({
  title: 'Keine Mails mehr?',
  ask: (organisation) =>
    say(
      `Dann schickt dir ${organisation} keine Mails mehr zu deinem Feedback. Auf deiner eigenen Seite kannst du weiter alles lesen.`,
      `Dann schickt Ihnen ${organisation} keine Mails mehr zu Ihrem Feedback. Auf Ihrer eigenen Seite können Sie weiter alles lesen.`,
    ),
  stop: 'Keine Mails mehr',
  doneTitle: say('Du bekommst keine Mails mehr', 'Sie bekommen keine Mails mehr'),
  done: (organisation) =>
    say(
      `${organisation} schreibt dir nicht mehr zu deinem Feedback. Auf deiner eigenen Seite kannst du weiter alles lesen.`,
      `${organisation} schreibt Ihnen nicht mehr zu Ihrem Feedback. Auf Ihrer eigenen Seite können Sie weiter alles lesen.`,
    ),
  again: say('Schreibt mir doch wieder', 'Bitte schreiben Sie mir doch wieder'),
  resumedTitle: say('Du bekommst wieder Mails', 'Sie bekommen wieder Mails'),
  resumed: (organisation) =>
    say(
      `${organisation} schreibt dir wieder, sobald es etwas zu erzählen gibt.`,
      `${organisation} schreibt Ihnen wieder, sobald es etwas zu berichten gibt.`,
    ),
  unconfirmed: (organisation) =>
    say(
      `${organisation} darf dich wieder fragen, ob du auf dem Laufenden bleiben möchtest. Auch der Knopf in der Mail, die du bekommen hast, geht wieder.`,
      `${organisation} darf Sie wieder fragen, ob Sie auf dem Laufenden bleiben möchten. Auch der Knopf in der Mail, die Sie bekommen haben, geht wieder.`,
    ),
})

const preferencesOf = (say: Say): Pages['preferences'] => ({
  title: say('Was wir dir mailen', 'Was wir Ihnen mailen'),
  lead: (organisation, email) =>
    say(
      `Hier wählst du, was ${organisation} an ${email} schreibt. Auf deiner eigenen Seite kannst du weiter alles lesen.`,
      `Hier wählen Sie, was ${organisation} an ${email} schreibt. Auf Ihrer eigenen Seite können Sie weiter alles lesen.`,
    ),
  saved: 'Gespeichert. Ab jetzt machen wir es so.',
  about: say('Dürfen wir dir mailen?', 'Dürfen wir Ihnen mailen?'),
  on: 'Ja, wenn es etwas zu berichten gibt',
  off: 'Nein, gar nichts mehr',
  chosen: 'Worüber',
  whileOff: say('Das zählt erst wieder, wenn du Mails von uns möchtest.', 'Das zählt erst wieder, wenn Sie Mails von uns möchten.'),
  language: 'Sprache der Mails',
  languages: { nl: 'Niederländisch', en: 'Englisch', de: 'Deutsch', fr: 'Französisch' },
  save: 'Speichern',
})

export const germanPages = (say: Say): Pages => ({
  made: 'Gemacht mit Klankbord',
  status: { ...standingOf(say), ...happenedOf(say), ...talkOf(say), ...judgedOf(say) },
  all: allOf(say),
  confirm: confirmOf(say),
  unsubscribe: unsubscribeOf(say),
  preferences: preferencesOf(say),
})
