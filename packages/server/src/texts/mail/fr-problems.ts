import type { MailTexts } from './mail-texts.ts'

/** Without tu and vous: of whose page it would have been nothing is known. */
export const frenchProblems: MailTexts['pages']['problems'] = {
  'not-found': {
    title: 'Ce lien ne mène nulle part (ou plus)',
    text: 'Il n’a peut-être pas été copié en entier, ou il appartient à une adresse qui a changé depuis. Il suffit de rouvrir le lien du dernier e-mail, ou de regarder sous « Mes retours » sur le site où le message a été laissé.',
  },
  'too-many-requests': {
    title: 'Un petit instant',
    text: 'Beaucoup de demandes sont arrivées en même temps par cette connexion. Merci d’attendre une minute avant de réessayer ; rien n’a été modifié.',
  },
  'too-large': {
    title: 'C’est trop volumineux',
    text: 'Merci de revenir en arrière, de raccourcir le texte et de l’envoyer à nouveau. Rien n’a été enregistré.',
  },
  conflict: {
    title: 'Quelque chose vient de changer',
    text: 'Merci de revenir en arrière, de recharger la page et de réessayer. La réponse n’est pas encore enregistrée.',
  },
  unavailable: {
    title: 'Ce n’est pas possible pour le moment',
    text: 'Nous ne pouvons rien enregistrer pour l’instant. Merci de revenir en arrière et de réessayer dans une minute ; rien n’a été modifié.',
  },
  internal: { title: 'Un problème est survenu chez nous', text: 'La faute est de notre côté. Rien n’a été modifié. Merci de réessayer plus tard.' },
}
