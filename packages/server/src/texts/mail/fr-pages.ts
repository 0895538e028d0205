import type { Happened, Judged, MailTexts, Say, Standing, Talk } from './mail-texts.ts'

type Pages = Omit<MailTexts['pages'], 'problems'>

const standingOf = (say: Say): Standing => ({
  title: {
    compliment: say('Ce que devient ton compliment', 'Ce que devient votre compliment'),
    complaint: say('Ce que devient ta réclamation', 'Ce que devient votre réclamation'),
    idea: say('Ce que devient ton idée', 'Ce que devient votre idée'),
    question: say('Ce que devient ta question', 'Ce que devient votre question'),
  },
  steps: { received: 'Reçu', routed: 'Chez l’équipe', in_progress: 'En cours', answered: 'Répondu' },
  now: 'Maintenant :',
  isReopened: 'Rouvert',
  isMerged: 'Réuni avec des avis semblables',
  youSaid: (day) => say(`Tu as écrit le ${day}`, `Vous avez écrit le ${day}`),
  picture: (at, of) =>
    of === 1
      ? say('L’image que tu as jointe', 'L’image que vous avez jointe')
      : say(`Image ${at} sur les ${of} que tu as jointes`, `Image ${at} sur les ${of} que vous avez jointes`),
  rating: {
    csat: (value) => `Satisfaction : ${value} sur 5`,
    nps: (value) => `Nous recommanderait : ${value} sur 10`,
    ces: (value) => `Facilité : ${value} sur 7`,
  },
  late: (day) =>
    say(
      `Nous t’avions promis une réponse au plus tard le ${day}. Nous n’y sommes pas arrivés. L’équipe le voit comme en retard, pour que cela ne reste pas en attente.`,
      `Nous vous avions promis une réponse au plus tard le ${day}. Nous n’y sommes pas arrivés. L’équipe le voit comme en retard, pour que cela ne reste pas en attente.`,
    ),
  asked: say(
    'Nous t’avons posé une question. Dès que tu réponds, nous continuons.',
    'Nous vous avons posé une question. Dès que vous répondez, nous continuons.',
  ),
  moved: (from, to) => `Nous avions d’abord dit le ${from}. Ce sera le ${to}.`,
  movedWhy: (reason) => `Pourquoi : ${reason}`,
  reopened: say(
    'Tu as dit que ce n’est pas résolu. L’équipe regarde à nouveau.',
    'Vous avez dit que ce n’est pas résolu. L’équipe regarde à nouveau.',
  ),
  merged: 'D’autres ont écrit la même chose. Une seule réponse viendra pour tous, et elle apparaîtra aussi ici.',
  plan: 'Ce que nous allons faire',
  outcomeBy: (team, day) => `${team}, ${day}`,
  goal: (team, goal) => `Cela fait partie de l’objectif de ${team} : ${goal}.`,
  measure: (before, after, unit) => `de ${before} à ${after} ${unit}`,
})

const happenedOf = (say: Say): Happened => ({
  timeline: 'Ce qui s’est passé',
  events: {
    received: () => say('Ton avis est arrivé', 'Votre avis est arrivé'),
    routed: (team) => (team ? `Transmis à ${team}` : 'Transmis à l’équipe'),
    in_progress: (team) => (team ? `${team} s’y est mise` : 'L’équipe s’y est mise'),
    message: (team) => (team ? `Message de ${team}` : 'Un message s’est ajouté'),
    asked: (team) => `${team ?? 'L’équipe'} ${say('t’a posé une question', 'vous a posé une question')}`,
    moved: (team) => (team ? `${team} a donné une nouvelle date` : 'Il y a une nouvelle date'),
    answered: (team) => (team ? `Réponse de ${team}` : 'Répondu'),
    reaction: () => say('Tu as dit ce que tu en penses', 'Vous avez dit ce que vous en pensez'),
    reopened: () => 'Rouvert',
    merged: () => 'Réuni avec des avis semblables',
  },
})

const talkOf = (say: Say): Talk => ({
  conversation: 'Messages',
  you: say('Toi', 'Vous'),
  noMessages: say(
    'Pas encore de messages. Tu veux ajouter ou demander quelque chose ? L’équipe le lit.',
    'Pas encore de messages. Vous voulez ajouter ou demander quelque chose ? L’équipe le lit.',
  ),
  write: 'Écrire un message',
  send: 'Envoyer',
  messageMissing: say('Écris d’abord quelque chose, puis nous l’envoyons.', 'Écrivez d’abord quelque chose, puis nous l’envoyons.'),
  messageLong: (most) =>
    say(
      `C’est trop long. ${most} caractères au plus ; ton texte est toujours là.`,
      `C’est trop long. ${most} caractères au plus ; votre texte est toujours là.`,
    ),
  messageSent: say('Ton message est chez l’équipe.', 'Votre message est chez l’équipe.'),
  optional: 'facultatif',
  keep: keepOf(say),
})

const judgedOf = (say: Say): Judged => ({
  reasonsAsked: 'Qu’est-ce qui ne va pas encore ?',
  reasons: {
    not_solved: 'Ce n’est pas résolu',
    still_part: 'Une partie n’a pas changé',
    came_back: 'C’était mieux, mais c’est revenu',
    other_point: 'Je parlais d’autre chose',
    unclear: 'Je ne comprends pas la réponse',
    disagree: 'Je ne suis pas d’accord',
  },
  answered: (team, title) => `${team} a répondu : ${title}.`,
  yourAnswer: (choice) =>
    say(
      `Ta réponse : ${choice.toLowerCase()}. Elle ne compte que si tu appuies sur le bouton.`,
      `Votre réponse : ${choice.toLowerCase()}. Elle ne compte que si vous appuyez sur le bouton.`,
    ),
  giveAnswer: (choice) => `Envoyer : ${choice.toLowerCase()}`,
  otherAnswer: 'Plutôt une autre réponse ?',
  whole: 'Voir d’abord toute l’histoire',
  react: say('Dis-nous ce que tu en penses', 'Dites-nous ce que vous en pensez'),
  reacted: {
    yes: say('Tu as dit : oui.', 'Vous avez dit : oui.'),
    partly: say('Tu as dit : en partie.', 'Vous avez dit : en partie.'),
    no: say('Tu as dit : non. L’équipe regarde à nouveau.', 'Vous avez dit : non. L’équipe regarde à nouveau.'),
  },
  reactionSent: say('Merci, l’équipe lit ce que tu en penses.', 'Merci, l’équipe lit ce que vous en pensez.'),
  changeReaction: say('Changer ta réponse', 'Changer votre réponse'),
  choiceMissing: say(
    'Choisis d’abord oui, en partie ou non. Ce que tu as écrit est toujours là.',
    'Choisissez d’abord oui, en partie ou non. Ce que vous avez écrit est toujours là.',
  ),
  reactionWords: say('Tu veux ajouter quelque chose ?', 'Vous voulez ajouter quelque chose ?'),
})

const keepOf = (say: Say) =>
  say(
    'Cette page est à toi. Garde le lien : qui l’a peut lire et écrire avec toi.',
    'Cette page est à vous. Gardez le lien : qui l’a peut lire et écrire avec vous.',
  )

const allOf = (say: Say): Pages['all'] => ({
  title: say('Tout ce que tu nous as dit', 'Tout ce que vous nous avez dit'),
  lead: (organisation) =>
    say(
      `Voici ce que tu as écrit à ${organisation}. Ouvre un avis pour voir ce qu’il devient, ou pour ajouter quelque chose.`,
      `Voici ce que vous avez écrit à ${organisation}. Ouvrez un avis pour voir ce qu’il devient, ou pour ajouter quelque chose.`,
    ),
  none: 'Il n’y a encore rien ici.',
  said: (day) => `Le ${day}`,
  news: 'Il y a du nouveau',
  keep: keepOf(say),
})

const confirmOf = (say: Say): Pages['confirm'] => ({
  title: say('Pouvons-nous te tenir au courant ?', 'Pouvons-nous vous tenir au courant ?'),
  ask: (organisation, email) =>
    say(
      `${organisation} écrira alors à ${email} ce que devient ton avis. Dans chaque mail, tu peux arrêter cela.`,
      `${organisation} écrira alors à ${email} ce que devient votre avis. Dans chaque mail, vous pouvez arrêter cela.`,
    ),
  yes: say('Oui, tenez-moi au courant', 'Oui, tenez-moi au courant'),
  doneTitle: 'C’est fait',
  done: (organisation, email) =>
    say(
      `Désormais, ${organisation} t’écrit à ${email} dès qu’il y a quelque chose à dire.`,
      `Désormais, ${organisation} vous écrit à ${email} dès qu’il y a quelque chose à dire.`,
    ),
  next: (day) => say(`Tu auras de nos nouvelles au plus tard le ${day}.`, `Vous aurez de nos nouvelles au plus tard le ${day}.`),
  open: say('Voir ce que devient ton avis', 'Voir ce que devient votre avis'),
})

const unsubscribeOf = (say: Say): Pages['unsubscribe'] => ({
  title: 'Ne plus recevoir de mails ?',
  ask: (organisation) =>
    say(
      `${organisation} ne t’enverra plus de mails sur ton avis. Sur ta propre page, tu peux toujours tout lire.`,
      `${organisation} ne vous enverra plus de mails sur votre avis. Sur votre propre page, vous pouvez toujours tout lire.`,
    ),
  stop: 'Arrêter les mails',
  doneTitle: say('Tu ne reçois plus de mails', 'Vous ne recevez plus de mails'),
  done: (organisation) =>
    say(
      `${organisation} ne t’écrit plus sur ton avis. Sur ta propre page, tu peux toujours tout lire.`,
      `${organisation} ne vous écrit plus sur votre avis. Sur votre propre page, vous pouvez toujours tout lire.`,
    ),
  again: 'M’écrire de nouveau',
  resumedTitle: say('Tu reçois de nouveau des mails', 'Vous recevez de nouveau des mails'),
  resumed: (organisation) =>
    say(
      `${organisation} t’écrit de nouveau dès qu’il y a quelque chose à dire.`,
      `${organisation} vous écrit de nouveau dès qu’il y a quelque chose à dire.`,
    ),
  unconfirmed: (organisation) =>
    say(
      `${organisation} peut de nouveau te demander si tu veux être au courant. Le bouton du mail que tu as reçu marche aussi de nouveau.`,
      `${organisation} peut de nouveau vous demander si vous voulez être au courant. Le bouton du mail que vous avez reçu marche aussi de nouveau.`,
    ),
})

const preferencesOf = (say: Say): Pages['preferences'] => ({
  title: say('Ce que nous t’écrivons', 'Ce que nous vous écrivons'),
  lead: (organisation, email) =>
    say(
      `Choisis ici ce que ${organisation} écrit à ${email}. Sur ta propre page, tu peux toujours tout lire.`,
      `Choisissez ici ce que ${organisation} écrit à ${email}. Sur votre propre page, vous pouvez toujours tout lire.`,
    ),
  saved: 'Enregistré. C’est ainsi que nous faisons désormais.',
  about: say('Pouvons-nous t’écrire ?', 'Pouvons-nous vous écrire ?'),
  on: 'Oui, quand il y a quelque chose à dire',
  off: 'Non, plus rien',
  chosen: 'À propos de',
  whileOff: say('Cela compte de nouveau dès que tu veux nos mails.', 'Cela compte de nouveau dès que vous voulez nos mails.'),
  language: 'Langue des mails',
  languages: { nl: 'Néerlandais', en: 'Anglais', de: 'Allemand', fr: 'Français' },
  save: 'Enregistrer',
})

export const frenchPages = (say: Say): Pages => ({
  made: 'Fait avec Klankbord',
  status: { ...standingOf(say), ...happenedOf(say), ...talkOf(say), ...judgedOf(say) },
  all: allOf(say),
  confirm: confirmOf(say),
  unsubscribe: unsubscribeOf(say),
  preferences: preferencesOf(say),
})
