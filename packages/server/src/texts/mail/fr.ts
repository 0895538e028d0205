import { frenchPages } from './fr-pages.ts'
import { frenchProblems } from './fr-problems.ts'
import { frenchPublicPage } from './fr-public-page.ts'
import type { MailTexts, Say } from './mail-texts.ts'

const wordsOf = (say: Say): MailTexts['words'] => ({
  kind: { compliment: 'Compliment', complaint: 'Réclamation', idea: 'Idée', question: 'Question' },
  yours: {
    compliment: say('ton compliment', 'votre compliment'),
    complaint: say('ta réclamation', 'votre réclamation'),
    idea: say('ton idée', 'votre idée'),
    question: say('ta question', 'votre question'),
  },
  promise: {
    goal: (team, goal) => `${team} s’en occupe. Cela fait partie de son objectif : ${goal}.`,
    team: (team) => `${team} s’en occupe.`,
    compliment: (team) => `${say('Ton', 'Votre')} compliment est bien arrivé chez ${team}. Les personnes à qui il s’adresse le lisent.`,
    date: (day) => say(`Tu auras de nos nouvelles au plus tard le ${day}.`, `Vous aurez de nos nouvelles au plus tard le ${day}.`),
    open: say(
      'Nous cherchons quelle équipe va s’en occuper. Dès que ce sera clair, tu verras qui c’est et quand tu auras de nos nouvelles.',
      'Nous cherchons quelle équipe va s’en occuper. Dès que ce sera clair, vous verrez qui c’est et quand vous aurez de nos nouvelles.',
    ),
  },
  outcome: {
    kind: { done: 'Fait', partly: 'Fait en partie', not_doing: 'Nous n’allons pas le faire', answer: 'Réponse' },
    did: { done: 'Ce que nous avons fait', partly: 'Ce que nous avons fait', not_doing: 'Pourquoi pas', answer: 'Notre réponse' },
    better: {
      done: 'Ce qui va mieux maintenant',
      partly: 'Ce qui va mieux maintenant',
      not_doing: 'Qui l’a décidé',
      answer: 'Ce qui va mieux maintenant',
    },
    next: {
      done: 'Ce qui va encore s’améliorer',
      partly: 'Ce qui va encore s’améliorer',
      not_doing: 'Ce qui pourrait changer cette décision',
      answer: 'Ce qui va encore s’améliorer',
    },
    nothingMore: 'Rien de plus ne sera ajouté : cela reste comme c’est maintenant.',
    corrected: (day: string) => `Corrigé le ${day}.`,
    withdrawn: (title: string) => `Nous avons retiré notre réponse « ${title} ».`,
    untranslated: (language: string) => `Ceci n’existe qu’en ${language}.`,
    picturesIn: (language: string) => `Ce que montrent les images n’est décrit qu’en ${language}.`,
    picture: (alt: string) => `[Image : ${alt}]`,
    choices: { yes: 'Oui', partly: 'En partie', no: 'Non' },
    helped: {
      done: 'Est-ce que cela a aidé ?',
      partly: 'Est-ce que cela a aidé ?',
      not_doing: 'La raison est-elle claire ?',
      answer: say('Est-ce que cela t’est utile ?', 'Est-ce que cela vous est utile ?'),
    },
  },
})

const notices = (say: Say) => ({
  greeting: (name: string | null) => (name ? `Bonjour ${name},` : 'Bonjour,'),
  quoted: (words: string) => `« ${words} »`,
  openThread: say('Vois ce qui se passe', 'Voir ce qui se passe'),
  because: (organisation: string) =>
    say(
      `Tu reçois ce message parce que tu as demandé à ${organisation} de te tenir au courant de ce que devient ton avis.`,
      `Vous recevez ce message parce que vous avez demandé à ${organisation} de vous tenir au courant de ce que devient votre avis.`,
    ),
  stop: 'Ne plus recevoir de messages',
  preferences: 'Choisir ce que nous envoyons',
  noReply: say(
    'Une réponse à ce message n’arrive pas. Réponds sur ta propre page.',
    'Une réponse à ce message n’arrive pas. Répondez sur votre propre page.',
  ),
  replyHere: say('Tu peux répondre à ce message : l’équipe lira ta réponse.', 'Vous pouvez répondre à ce message : l’équipe lira votre réponse.'),
  plan: 'Ce que nous allons faire',
  dropped: (names: string) => `[Non repris de l’e-mail : ${names}. Seules les images jusqu’à 5 Mo sont reprises, cinq au plus.]`,
})

const answersOf = (say: Say) => ({
  receipt: {
    subject: (words: string) => `Bien reçu : ${words}`,
    thanks: {
      compliment: 'Merci beaucoup. Nous le transmettons aux personnes concernées.',
      complaint: say('Merci de nous le dire. C’est bien arrivé.', 'Merci de nous le dire. C’est bien arrivé.'),
      idea: say('Merci pour ton idée. Elle est bien arrivée.', 'Merci pour votre idée. Elle est bien arrivée.'),
      question: say('Merci pour ta question. Elle est bien arrivée.', 'Merci pour votre question. Elle est bien arrivée.'),
    },
    youSaid: say('Tu as écrit :', 'Vous avez écrit :'),
  },
  arrived: { subject: (words: string) => `Bien arrivé à l’équipe : ${words}` },
  message: {
    subject: (words: string) => `Message à propos de ${words}`,
    wrote: (author: string | null, team: string | null, organisation: string) =>
      `${author ? `${author}${team ? ` (${team})` : ''}` : (team ?? organisation)} ${say('t’écrit', 'vous écrit')} :`,
    asked: (author: string | null, team: string | null, organisation: string) =>
      `${author ? `${author}${team ? ` (${team})` : ''}` : (team ?? organisation)} ${say('te pose', 'vous pose')} une question :`,
    waits: say('Nous continuons dès que tu réponds.', 'Nous continuons dès que vous répondez.'),
    answer: 'Répondre',
    youSaid: say('Tu as écrit :', 'Vous avez écrit :'),
    open: 'Tout lire et répondre',
  },
})

const changesOf = (say: Say) => ({
  merged: {
    subject: (words: string) => `D’autres ont dit la même chose : ${words}`,
    together: say(
      'Quelqu’un d’autre nous a dit la même chose que toi. Nous nous en occupons ensemble, et tu en auras des nouvelles tout autant.',
      'Quelqu’un d’autre nous a dit la même chose que vous. Nous nous en occupons ensemble, et vous en aurez des nouvelles tout autant.',
    ),
  },
  moved: {
    subject: (words: string) => `Cela prend plus de temps : ${words}`,
    early: (team: string, from: string) =>
      say(
        `Nous t’avions promis une réponse avant le ${from}. ${team} n’y arrivera pas, et préfère te le dire maintenant.`,
        `Nous vous avions promis une réponse avant le ${from}. ${team} n’y arrivera pas, et préfère vous le dire maintenant.`,
      ),
    late: (team: string, from: string) =>
      say(
        `Nous t’avions promis une réponse avant le ${from}. ${team} n’y est pas arrivé. Nous en sommes désolés.`,
        `Nous vous avions promis une réponse avant le ${from}. ${team} n’y est pas arrivé. Nous en sommes désolés.`,
      ),
    sooner: (team: string, from: string) =>
      say(
        `Nous t’avions promis une réponse avant le ${from}. ${team} pourra te répondre plus tôt.`,
        `Nous vous avions promis une réponse avant le ${from}. ${team} pourra vous répondre plus tôt.`,
      ),
    to: (day: string) => say(`Tu auras de nos nouvelles au plus tard le ${day}.`, `Vous aurez de nos nouvelles au plus tard le ${day}.`),
    reason: 'Pourquoi :',
    youSaid: say('Tu as écrit :', 'Vous avez écrit :'),
  },
})

const confirmationOf = (say: Say): MailTexts['letters']['confirmation'] => ({
  subject: (organisation, kind) => {
    const said = kind ? wordsOf(say).yours[kind] : say('ton avis', 'votre avis')
    return say(`${organisation} : pouvons-nous t’écrire à propos de ${said} ?`, `${organisation} : pouvons-nous vous écrire à propos de ${said} ?`)
  },
  asked: (organisation, kind) => {
    const said = kind
      ? { compliment: 'd’un compliment', complaint: 'd’une réclamation', idea: 'd’une idée', question: 'd’une question' }[kind]
      : 'd’un avis'
    return say(
      `Chez ${organisation}, quelqu’un a donné cette adresse pour être tenu au courant ${said}. Est-ce toi ? Alors appuie sur le bouton. Ensuite, nous ne t’écrirons que s’il y a quelque chose à dire.`,
      `Chez ${organisation}, quelqu’un a donné cette adresse pour être tenu au courant ${said}. Est-ce vous ? Alors appuyez sur le bouton. Ensuite, nous ne vous écrirons que s’il y a quelque chose à dire.`,
    )
  },
  received: say('Ce que tu nous as dit est bien arrivé.', 'Ce que vous nous avez dit est bien arrivé.'),
  yes: say('Oui, tenez-moi au courant', 'Oui, tenez-moi au courant'),
  ignore: say(
    'Ce n’est pas toi ? Alors tu n’as rien à faire : rien ne suivra.',
    'Ce n’est pas vous ? Alors vous n’avez rien à faire : rien ne suivra.',
  ),
  stop: 'Ne plus jamais demander à mon adresse',
})

const outcomeOf = (say: Say): MailTexts['letters']['outcome'] => ({
  subject: {
    done: (words) => `Ce que nous avons fait de ${words}`,
    partly: (words) => `Ce que nous avons fait de ${words}`,
    not_doing: (words) => `Notre décision sur ${words}`,
    answer: (words) => `Réponse à ${words}`,
  },
  correction: (subject) => `Correction : ${subject}`,
  test: (subject) => `Essai : ${subject}`,
  youSaid: (day) => say(`Le ${day}, tu nous as écrit :`, `Le ${day}, vous nous avez écrit :`),
  youSaidAll: say('Tu nous as écrit :', 'Vous nous avez écrit :'),
  intro: {
    done: (team) => `${team} y a travaillé. Voici le résultat.`,
    partly: (team) => `${team} y a travaillé. Une partie est faite, une autre ne l’est pas encore.`,
    not_doing: (team) => `${team} l’a examiné et a décidé de ne pas le faire. Nous expliquons pourquoi.`,
    answer: (team) => `${team} a une réponse pour ${say('toi', 'vous')}.`,
  },
  goal: (team, goal) => `Cela fait partie de l’objectif de ${team} : ${goal}.`,
  react: say('Dis-le-nous', 'Dites-le-nous'),
  reactTo: (words) => `À propos de ${words}`,
  open: 'Lire toute l’histoire',
  example: 'Ici se trouve ce que la cliente ou le client a écrit.',
})

const stillBetterOf = (say: Say): MailTexts['letters']['stillBetter'] => ({
  subject: (words) => `Est-ce toujours mieux ? ${words}`,
  told: (team, day) =>
    say(
      `Le ${day}, ${team} t’a écrit ce qui a été fait de ton avis. Tu as dit que cela t’avait aidé.`,
      `Le ${day}, ${team} vous a écrit ce qui a été fait de votre avis. Vous avez dit que cela vous avait aidé.`,
    ),
  question: 'Est-ce toujours mieux ?',
  ask: say(
    'Nous aimerions savoir si cela est resté ainsi. Nous ne te le demandons qu’une fois.',
    'Nous aimerions savoir si cela est resté ainsi. Nous ne vous le demandons qu’une fois.',
  ),
  react: say('Dis-le-nous', 'Dites-le-nous'),
  outcome: 'Ce que nous avons fait',
})

const linkOf = (say: Say): MailTexts['letters']['link'] => ({
  subject: (organisation) => say(`Tes avis à ${organisation}, sur un autre appareil`, `Vos avis à ${organisation}, sur un autre appareil`),
  asked: (organisation) =>
    say(
      `Tu as demandé à voir tout ce que tu as dit à ${organisation} sur un autre appareil. Ce bouton montre tout ensemble, et ce qu’il en advient.`,
      `Vous avez demandé à voir tout ce que vous avez dit à ${organisation} sur un autre appareil. Ce bouton montre tout ensemble, et ce qu’il en advient.`,
    ),
  open: 'Voir mes avis',
  keep: say('Ce lien n’est qu’à toi : qui l’a peut lire et écrire avec toi.', 'Ce lien n’est qu’à vous : qui l’a peut lire et écrire avec vous.'),
  ignore: say(
    'Tu n’as rien demandé ? Alors tu n’as rien à faire : la personne qui a saisi ton adresse n’a rien vu.',
    'Vous n’avez rien demandé ? Alors vous n’avez rien à faire : la personne qui a saisi votre adresse n’a rien vu.',
  ),
})

const joinedOf = (say: Say): MailTexts['letters']['joined'] => ({
  subject: (organisation, news) => `${organisation} : ${news} nouvelles de ${say('tes', 'vos')} avis`,
  intro: say(
    'Aujourd’hui, il y a plus à dire que d’habitude. Pour ne pas t’envoyer un message à chaque fois, tout est réuni ici.',
    'Aujourd’hui, il y a plus à dire que d’habitude. Pour ne pas vous envoyer un message à chaque fois, tout est réuni ici.',
  ),
})

export const french = (say: Say): MailTexts => ({
  words: wordsOf(say),
  letters: {
    ...{ ...notices(say), ...answersOf(say), ...changesOf(say) },
    ...{ confirmation: confirmationOf(say), outcome: outcomeOf(say), stillBetter: stillBetterOf(say), link: linkOf(say), joined: joinedOf(say) },
  },
  pages: { ...frenchPages(say), problems: frenchProblems },
  publicPage: frenchPublicPage,
})
