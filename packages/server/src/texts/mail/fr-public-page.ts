import type { MailTexts } from './mail-texts.ts'

export const frenchPublicPage: MailTexts['publicPage'] = {
  title: 'Ce que nous avons fait des retours',
  lead: (organisation) =>
    `Voici ce que ${organisation} a fait de ce que les clients ont dit : ce qui a été fait, ce qui va mieux maintenant et ce qui reste à venir.`,
  none: 'Il n’y a encore rien ici. Dès qu’il y aura un résultat, il paraîtra sur cette page.',
  noneFound: 'Rien trouvé. Un autre mot ou un autre objectif donnera peut-être quelque chose.',
  older: 'Plus ancien',
  search: 'Recherche',
  find: 'Afficher',
  goal: 'Objectif',
  allGoals: 'Tous les objectifs',
  voices: (count) => (count === 1 ? 'répond à 1 voix' : `répond à ${count} voix`),
  promises: 'Ce à quoi nous travaillons encore',
  open: (count) => (count === 1 ? '1 client attend encore une réponse.' : `${count} clients attendent encore une réponse.`),
  openBy: (count, day) =>
    count === 1
      ? `1 client attend encore une réponse, et l’aura au plus tard le ${day}.`
      : `${count} clients attendent encore une réponse. Le dernier l’aura au plus tard le ${day}.`,
  until: (day) => `Nous voulons y être arrivés le ${day}.`,
  follow: 'À suivre aussi par :',
}
