import { germanPages } from './de-pages.ts'
import { germanProblems } from './de-problems.ts'
import { germanPublicPage } from './de-public-page.ts'
import type { MailTexts, Say } from './mail-texts.ts'

const wordsOf = (say: Say): MailTexts['words'] => ({
  kind: { compliment: 'Lob', complaint: 'Beschwerde', idea: 'Idee', question: 'Frage' },
  yours: {
    compliment: say('dein Lob', 'Ihr Lob'),
    complaint: say('deine Beschwerde', 'Ihre Beschwerde'),
    idea: say('deine Idee', 'Ihre Idee'),
    question: say('deine Frage', 'Ihre Frage'),
  },
  promise: {
    goal: (team, goal) => `${team} kümmert sich darum. Es gehört zu diesem Ziel: ${goal}.`,
    team: (team) => `${team} kümmert sich darum.`,
    compliment: (team) => `${say('Dein', 'Ihr')} Lob ist bei ${team} angekommen. Die Menschen, denen es gilt, lesen es.`,
    date: (day) => say(`Du hörst spätestens am ${day} von uns.`, `Sie hören spätestens am ${day} von uns.`),
    open: say(
      'Wir klären, welches Team sich darum kümmert. Sobald das feststeht, siehst du, wer es ist und wann du etwas hörst.',
      'Wir klären, welches Team sich darum kümmert. Sobald das feststeht, sehen Sie, wer es ist und wann Sie etwas hören.',
    ),
  },
  outcome: {
    kind: { done: 'Erledigt', partly: 'Teilweise erledigt', not_doing: 'Das machen wir nicht', answer: 'Antwort' },
    did: { done: 'Was wir getan haben', partly: 'Was wir getan haben', not_doing: 'Warum nicht', answer: 'Unsere Antwort' },
    better: { done: 'Was jetzt besser ist', partly: 'Was jetzt besser ist', not_doing: 'Wer das entschieden hat', answer: 'Was jetzt besser ist' },
    next: { done: 'Was noch besser wird', partly: 'Was noch besser wird', not_doing: 'Was das ändern würde', answer: 'Was noch besser wird' },
    nothingMore: 'Hier kommt nichts mehr dazu: Es bleibt, wie es jetzt ist.',
    corrected: (day: string) => `Korrigiert am ${day}.`,
    withdrawn: (title: string) => `Wir haben unsere Antwort „${title}“ zurückgezogen.`,
    untranslated: (language: string) => `Das gibt es nur auf ${language}.`,
    picturesIn: (language: string) => `Was die Bilder zeigen, steht hier nur auf ${language}.`,
    picture: (alt: string) => `[Bild: ${alt}]`,
    choices: { yes: 'Ja', partly: 'Teilweise', no: 'Nein' },
    helped: {
      done: 'Hat das geholfen?',
      partly: 'Hat das geholfen?',
      not_doing: 'Ist klar, warum?',
      answer: say('Hilft dir das weiter?', 'Hilft Ihnen das weiter?'),
    },
  },
})

const notices = (say: Say) => ({
  greeting: (name: string | null) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  quoted: (words: string) => `„${words}“`,
  openThread: say('Sieh nach, was damit passiert', 'Sehen, was damit passiert'),
  because: (organisation: string) =>
    say(
      `Du bekommst diese Mail, weil du ${organisation} gebeten hast, dich über dein Feedback auf dem Laufenden zu halten.`,
      `Sie erhalten diese Mail, weil Sie ${organisation} gebeten haben, Sie über Ihr Feedback auf dem Laufenden zu halten.`,
    ),
  stop: 'Keine Mails mehr erhalten',
  preferences: 'Einstellen, was wir mailen',
  noReply: say(
    'Eine Antwort auf diese Mail kommt nicht an. Schreib auf deiner eigenen Seite zurück.',
    'Eine Antwort auf diese Mail kommt nicht an. Schreiben Sie auf Ihrer eigenen Seite zurück.',
  ),
  replyHere: say(
    'Du kannst auf diese Mail antworten: Das Team liest deine Antwort.',
    'Sie können auf diese Mail antworten: Das Team liest Ihre Antwort.',
  ),
  plan: 'Was wir vorhaben',
  dropped: (names: string) => `[Nicht aus der E-Mail übernommen: ${names}. Nur Bilder bis 5 MB kommen mit, höchstens fünf.]`,
})

const answersOf = (say: Say) => ({
  receipt: {
    subject: (words: string) => `Eingegangen: ${words}`,
    thanks: {
      compliment: 'Vielen Dank. Wir geben es an alle weiter, die es betrifft.',
      complaint: say('Danke, dass du uns das sagst. Es ist angekommen.', 'Danke, dass Sie uns das sagen. Es ist angekommen.'),
      idea: say('Danke für deine Idee. Sie ist angekommen.', 'Danke für Ihre Idee. Sie ist angekommen.'),
      question: say('Danke für deine Frage. Sie ist angekommen.', 'Danke für Ihre Frage. Sie ist angekommen.'),
    },
    youSaid: say('Du hast geschrieben:', 'Sie haben geschrieben:'),
  },
  arrived: { subject: (words: string) => `Beim Team angekommen: ${words}` },
  message: {
    subject: (words: string) => `Nachricht zu ${words}`,
    wrote: (author: string | null, team: string | null, organisation: string) =>
      `${author ? `${author}${team ? ` (${team})` : ''}` : (team ?? organisation)} schreibt ${say('dir', 'Ihnen')}:`,
    asked: (author: string | null, team: string | null, organisation: string) =>
      `${author ? `${author}${team ? ` (${team})` : ''}` : (team ?? organisation)} fragt ${say('dich', 'Sie')} etwas:`,
    waits: say('Sobald du antwortest, machen wir weiter.', 'Sobald Sie antworten, machen wir weiter.'),
    answer: 'Antworten',
    youSaid: say('Du hast geschrieben:', 'Sie haben geschrieben:'),
    open: 'Alles lesen und zurückschreiben',
  },
})

const changesOf = (say: Say) => ({
  merged: {
    subject: (words: string) => `Andere haben dasselbe gesagt: ${words}`,
    together: say(
      'Was du uns gesagt hast, hat uns auch jemand anderes gesagt. Wir kümmern uns gemeinsam darum, und du hörst genauso davon.',
      'Was Sie uns gesagt haben, hat uns auch jemand anderes gesagt. Wir kümmern uns gemeinsam darum, und Sie hören genauso davon.',
    ),
  },
  moved: {
    subject: (words: string) => `Es dauert länger: ${words}`,
    early: (team: string, from: string) =>
      say(
        `Wir haben dir bis ${from} eine Antwort versprochen. ${team} schafft das nicht und sagt es dir lieber jetzt als später.`,
        `Wir haben Ihnen bis ${from} eine Antwort versprochen. ${team} schafft das nicht und sagt es Ihnen lieber jetzt als später.`,
      ),
    late: (team: string, from: string) =>
      say(
        `Wir haben dir bis ${from} eine Antwort versprochen. ${team} hat das nicht geschafft. Das tut uns leid.`,
        `Wir haben Ihnen bis ${from} eine Antwort versprochen. ${team} hat das nicht geschafft. Das tut uns leid.`,
      ),
    sooner: (team: string, from: string) =>
      say(
        `Wir haben dir bis ${from} eine Antwort versprochen. ${team} kann sich früher melden.`,
        `Wir haben Ihnen bis ${from} eine Antwort versprochen. ${team} kann sich früher melden.`,
      ),
    to: (day: string) => say(`Du hörst spätestens am ${day} von uns.`, `Sie hören spätestens am ${day} von uns.`),
    reason: 'Warum:',
    youSaid: say('Du hast geschrieben:', 'Sie haben geschrieben:'),
  },
})

const confirmationOf = (say: Say): MailTexts['letters']['confirmation'] => ({
  subject: (organisation, kind) =>
    `${organisation}: Dürfen wir ${say('dir', 'Ihnen')} zu ${kind ? { compliment: `${say('deinem', 'Ihrem')} Lob`, complaint: `${say('deiner', 'Ihrer')} Beschwerde`, idea: `${say('deiner', 'Ihrer')} Idee`, question: `${say('deiner', 'Ihrer')} Frage` }[kind] : `${say('deinem', 'Ihrem')} Feedback`} schreiben?`,
  asked: (organisation, kind) => {
    const said = kind ? { compliment: 'einem Lob', complaint: 'einer Beschwerde', idea: 'einer Idee', question: 'einer Frage' }[kind] : 'Feedback'
    return say(
      `Bei ${organisation} hat jemand diese Adresse angegeben, um zu hören, was mit ${said} passiert. Warst du das? Dann drück auf den Knopf. Danach schreiben wir dir nur, wenn es etwas zu erzählen gibt.`,
      `Bei ${organisation} hat jemand diese Adresse angegeben, um zu hören, was mit ${said} passiert. Waren Sie das? Dann drücken Sie bitte auf den Knopf. Danach schreiben wir Ihnen nur, wenn es etwas zu berichten gibt.`,
    )
  },
  received: say('Was du uns gesagt hast, ist gut angekommen.', 'Was Sie uns gesagt haben, ist gut angekommen.'),
  yes: say('Ja, haltet mich auf dem Laufenden', 'Ja, bitte halten Sie mich auf dem Laufenden'),
  ignore: say(
    'Warst du das nicht? Dann musst du nichts tun: Es kommt nichts mehr.',
    'Waren Sie das nicht? Dann müssen Sie nichts tun: Es kommt nichts mehr.',
  ),
  stop: 'Meine Adresse nie wieder fragen',
})

const outcomeOf = (say: Say): MailTexts['letters']['outcome'] => ({
  subject: {
    done: (words) => `Was wir mit ${words} getan haben`,
    partly: (words) => `Was wir mit ${words} getan haben`,
    not_doing: (words) => `Unsere Entscheidung zu ${words}`,
    answer: (words) => `Antwort auf ${words}`,
  },
  correction: (subject) => `Korrektur: ${subject}`,
  test: (subject) => `Probe: ${subject}`,
  youSaid: (day) => say(`Am ${day} hast du uns geschrieben:`, `Am ${day} haben Sie uns geschrieben:`),
  youSaidAll: say('Du hast uns geschrieben:', 'Sie haben uns geschrieben:'),
  intro: {
    done: (team) => `${team} hat daran gearbeitet. Das ist dabei herausgekommen.`,
    partly: (team) => `${team} hat daran gearbeitet. Ein Teil ist geschafft, ein Teil noch nicht.`,
    not_doing: (team) => `${team} hat es sich angesehen und entschieden, es nicht zu tun. Wir erklären, warum.`,
    answer: (team) => `${team} hat eine Antwort für ${say('dich', 'Sie')}.`,
  },
  goal: (team, goal) => `Das gehört zum Ziel von ${team}: ${goal}.`,
  react: say('Sag uns Bescheid', 'Sagen Sie uns Bescheid'),
  reactTo: (words) => `Zu ${words}`,
  open: 'Die ganze Geschichte lesen',
  example: 'Hier steht, was die Kundin oder der Kunde geschrieben hat.',
})

const stillBetterOf = (say: Say): MailTexts['letters']['stillBetter'] => ({
  subject: (words) => `Ist es noch immer besser? ${words}`,
  told: (team, day) =>
    say(
      `Am ${day} hat dir ${team} geschrieben, was aus deinem Feedback geworden ist. Du hast gesagt, dass es dir geholfen hat.`,
      `Am ${day} hat Ihnen ${team} geschrieben, was aus Ihrem Feedback geworden ist. Sie haben gesagt, dass es Ihnen geholfen hat.`,
    ),
  question: 'Ist es noch immer besser?',
  ask: say(
    'Wir möchten wissen, ob es so geblieben ist. Das fragen wir dich einmal.',
    'Wir möchten wissen, ob es so geblieben ist. Das fragen wir Sie einmal.',
  ),
  react: say('Sag uns Bescheid', 'Sagen Sie uns Bescheid'),
  outcome: 'Was wir getan haben',
})

const linkOf = (say: Say): MailTexts['letters']['link'] => ({
  subject: (organisation) => `${say('Dein', 'Ihr')} Feedback an ${organisation}, auf einem anderen Gerät`,
  asked: (organisation) =>
    say(
      `Du wolltest alles, was du ${organisation} gesagt hast, auch auf einem anderen Gerät sehen. Mit diesem Knopf siehst du alles zusammen, und was damit passiert.`,
      `Sie wollten alles, was Sie ${organisation} gesagt haben, auch auf einem anderen Gerät sehen. Mit diesem Knopf sehen Sie alles zusammen, und was damit passiert.`,
    ),
  open: 'Mein Feedback ansehen',
  keep: say(
    'Der Link gehört dir allein: Wer ihn hat, kann mitlesen und mitschreiben.',
    'Der Link gehört Ihnen allein: Wer ihn hat, kann mitlesen und mitschreiben.',
  ),
  ignore: say(
    'Hast du nicht darum gebeten? Dann musst du nichts tun: Wer deine Adresse eingegeben hat, hat nichts gesehen.',
    'Haben Sie nicht darum gebeten? Dann müssen Sie nichts tun: Wer Ihre Adresse eingegeben hat, hat nichts gesehen.',
  ),
})

const joinedOf = (say: Say): MailTexts['letters']['joined'] => ({
  subject: (organisation, news) => `${organisation}: ${news} Neuigkeiten zu ${say('deinem', 'Ihrem')} Feedback`,
  intro: say(
    'Heute gibt es mehr als sonst zu erzählen. Damit du nicht für alles eine eigene Mail bekommst, steht es hier zusammen.',
    'Heute gibt es mehr als sonst zu berichten. Damit Sie nicht für alles eine eigene Mail bekommen, steht es hier zusammen.',
  ),
})

export const german = (say: Say): MailTexts => ({
  words: wordsOf(say),
  letters: {
    ...{ ...notices(say), ...answersOf(say), ...changesOf(say) },
    ...{ confirmation: confirmationOf(say), outcome: outcomeOf(say), stillBetter: stillBetterOf(say), link: linkOf(say), joined: joinedOf(say) },
  },
  pages: { ...germanPages(say), problems: germanProblems },
  publicPage: germanPublicPage,
})
