import type { Texts } from './languages.ts'

/** French says "vous" to the customer, and puts a no-break space before : ? and =. Past participles that would need a gender are avoided. */
export const form: Texts['form'] = {
  close: 'Fermer',
  back: 'Retour',
  loading: 'Un instant…',
  failed: 'Pas de connexion pour le moment. Rien n’est perdu.',
  again: 'Réessayer',
  mine: 'Mes retours',
  news: { one: '{n} nouveauté', many: '{n} nouveautés', other: '{n} nouveautés' },

  compliment: 'Compliment',
  complaint: 'Réclamation',
  idea: 'Idée',
  question: 'Question',

  chooseTitle: 'Que souhaitez-vous nous dire ?',
  chooseIntro: 'Une équipe vous lit, et vous saurez ce qu’elle en fait.',
  complimentAsk: 'Qu’est-ce qui était bien ?',
  complaintAsk: 'Qu’est-ce qui n’allait pas ?',
  ideaAsk: 'Que pourrait-on améliorer, et comment ?',
  questionAsk: 'Que souhaitez-vous savoir ?',
  charactersLeft: { other: 'Caractères restants : {n}' },
  picture: 'Ajouter une image',
  capture: 'Montrer cette page',
  notify: 'Tenez-moi au courant de la suite',
  email: 'Adresse e-mail',
  emailUse: 'Uniquement pour vous écrire à ce sujet. Nous vous demandons d’abord de confirmer l’adresse.',
  name: 'Nom (facultatif)',
  send: 'Envoyer',
  sending: 'Envoi en cours…',
  discard: 'Supprimer',
  discardAsk: 'Vraiment supprimer ?',
  unkept: 'Votre navigateur ne garde pas ceci. Laissez cette page ouverte jusqu’à l’envoi.',

  messageMissing: 'Écrivez d’abord quelques mots.',
  emailWrong: 'Cette adresse e-mail n’est pas correcte. Pouvez-vous la vérifier ?',
  refused: 'Nous n’avons pas pu accepter cet envoi. Votre texte est toujours là : modifiez-le ou réessayez plus tard.',

  thanks: 'Merci.',
  thanksComplaint: 'Merci de nous l’avoir dit.',
  promiseTeam: '{team} s’en occupe. Cela fait partie de l’objectif de l’équipe : {title}.',
  promiseDate: 'Vous aurez de nos nouvelles au plus tard le {date}.',
  promiseOpen: 'Nous cherchons l’équipe concernée. Vous la verrez avec votre retour.',
  mailConfirm: 'Cliquez sur le lien dans l’e-mail envoyé à {email} pour recevoir aussi la suite par e-mail.',
  mailConfirmed: 'Vous recevrez aussi la suite par e-mail, à {email}.',
  keepLink: 'Avec ce lien, vous voyez à tout moment la suite donnée à votre retour.',
  openLink: 'Ouvrir votre page',
  another: 'Nous dire autre chose',

  kept: 'Gardé sur cet appareil',
  keptOffline: 'Vous êtes hors ligne. Nous enverrons votre retour dès que la connexion reviendra.',
  keptBusy: 'L’envoi ne fonctionne pas pour le moment. Nous réessaierons de nous-mêmes.',
  notSent: 'Pas encore envoyé',

  mineEmpty: 'Ici, vous voyez ce que vous nous avez dit, et la suite donnée.',
  more: 'Afficher plus',
  received: 'Reçu',
  routed: 'Confié à l’équipe',
  in_progress: 'En cours',
  answered: 'Réponse donnée',
  reopened: 'Rouvert',
  merged: 'Regroupé',
  spam: 'Reçu',
  message: 'Message',
  reaction: 'Votre réaction',

  plan: 'Ce que nous allons faire',
  done: 'Ce que nous avons fait',
  partly: 'En partie',
  not_doing: 'Pourquoi nous ne le faisons pas',
  answer: 'Notre réponse',
  better: 'Ce qui va mieux maintenant',
  next: 'Ce qui va encore s’améliorer',
  measure: '{name} : de {before} à {after}',
  helped: 'Est-ce que cela vous aide ?',
  yes: 'Oui',
  no: 'Non',
  helpedWords: 'Souhaitez-vous ajouter quelque chose ?',
  helpedThanks: 'Merci. L’équipe vous lit.',
  helpedReopened: 'Merci. L’équipe s’y penche à nouveau.',

  conversation: 'Messages',
  you: 'Vous',
  write: 'Écrivez un message',
  timeline: 'Ce qui s’est passé',

  outcomes: 'Ce que nous avons fait de vos retours',
  outcomesEmpty: 'Rien pour l’instant. Revenez plus tard.',
  yours: 'Vos données',
}

/** While the customer writes. */
export const similar: Texts['similar'] = {
  similar: 'Nous avons déjà agi à ce sujet',
}

/** What the site itself asks. */
export const questions: Texts['questions'] = {
  optional: 'facultatif',
  csat: 'Quel est votre niveau de satisfaction ? (1 = très faible, 5 = très élevé)',
  nps: 'Nous recommanderiez-vous ? (0 = certainement pas, 10 = certainement)',
  ces: 'Était-ce facile ? (1 = difficile, 7 = facile)',
  answerMissing: 'Il reste une question sans réponse.',
  pictureOf: 'Image {n}',
}

/** What a customer can do with what is theirs. */
export const yours: Texts['yours'] = {
  exportAll: 'Tout télécharger',
  eraseAll: 'Tout effacer',
  eraseAsk: 'Tout ce que vous nous avez dit ici disparaît, chez nous aussi. Vous ne pourrez pas revenir en arrière.',
  eraseYes: 'Oui, tout effacer',
  erased: 'Tout est effacé.',
  device: 'Voir sur un autre appareil',
  deviceUse: 'Nous envoyons un lien à l’adresse que vous avez confirmée chez nous.',
  deviceSent: 'Si nous connaissons cette adresse, un e-mail arrive dans un instant.',
}

export const pictures: Texts['pictures'] = {
  pictureRefused: 'Nous n’avons pas pu accepter l’une des images. Votre texte est toujours là : retirez l’image ou choisissez-en une autre.',
  remove: 'Retirer l’image {n}',
  type: 'Nous ne pouvons pas lire ce fichier comme une image. Un JPEG, PNG, WebP ou GIF convient.',
  size: 'Cette image est trop grande. Choisissez-en une plus petite.',
  broken: 'Cette image est illisible. Choisissez-en une autre.',
  captureFailed: 'La page n’a pas pu être capturée. Vous pouvez ajouter votre propre capture d’écran.',
  tooMany: { one: '{n} image au maximum.', many: '{n} images au maximum.', other: '{n} images au maximum.' },
  lost: {
    one: 'Votre navigateur n’a pas pu garder {n} image. Veuillez l’ajouter à nouveau.',
    many: 'Votre navigateur n’a pas pu garder {n} images. Veuillez les ajouter à nouveau.',
    other: 'Votre navigateur n’a pas pu garder {n} images. Veuillez les ajouter à nouveau.',
  },
}

export const capture: Texts['capture'] = {
  editTitle: 'Qu’est-ce que personne ne doit voir ?',
  editHelp: 'Faites glisser sur ce que vous voulez cacher. Ce sera retiré de l’image, définitivement.',
  editKeys: 'Au clavier : les flèches déplacent le cadre, Maj avec les flèches l’agrandit ou le réduit, Entrée cache ce qui se trouve dessous.',
  editPicture: 'L’image',
  editBrush: 'Pinceau',
  editUndo: 'Défaire',
  editUse: 'Utiliser cette image',
  editCancel: 'Annuler',
  editHidden: 'Endroits cachés : {n}',
  editFailed: 'Cette image ne fonctionne pas. Essayez-en une autre.',
}
