import type { Texts } from './languages.ts'

/** Italian says "tu" to the customer. Past participles that would need a gender are avoided. */
export const form: Texts['form'] = {
  close: 'Chiudi',
  back: 'Indietro',
  loading: 'Un attimo…',
  failed: 'Al momento non c’è connessione. Non è andato perso nulla.',
  again: 'Riprova',
  mine: 'I miei feedback',
  news: { other: '{n} novità' },

  compliment: 'Complimento',
  complaint: 'Reclamo',
  idea: 'Idea',
  question: 'Domanda',

  chooseTitle: 'Che cosa vuoi dirci?',
  chooseIntro: 'Lo legge un team, e saprai che cosa ne facciamo.',
  complimentAsk: 'Che cosa è andato bene?',
  complaintAsk: 'Che cosa è andato storto?',
  ideaAsk: 'Che cosa si può migliorare, e come?',
  questionAsk: 'Che cosa vuoi sapere?',
  charactersLeft: { one: 'Ancora {n} carattere', many: 'Ancora {n} caratteri', other: 'Ancora {n} caratteri' },
  picture: 'Aggiungi un’immagine',
  capture: 'Mostra questa pagina',
  notify: 'Fatemi sapere che cosa ne fate',
  email: 'Indirizzo e-mail',
  emailUse: 'Solo per scriverti di questo. Prima ti chiediamo di confermare l’indirizzo.',
  name: 'Nome (facoltativo)',
  send: 'Invia',
  sending: 'Invio in corso…',
  discard: 'Scarta',
  discardAsk: 'Scartare davvero?',
  unkept: 'Il tuo browser non conserva questo contenuto. Lascia aperta questa pagina fino all’invio.',

  messageMissing: 'Scrivi prima qualche parola.',
  emailWrong: 'Questo indirizzo e-mail non è corretto. Puoi controllarlo?',
  refused: 'Non abbiamo potuto accettarlo. Il tuo testo è ancora qui: modificalo o riprova più tardi.',

  thanks: 'Grazie.',
  thanksComplaint: 'Grazie di avercelo detto.',
  promiseTeam: 'Se ne occupa {team}. Rientra nell’obiettivo del team: {title}.',
  promiseDate: 'Avrai nostre notizie entro {date}.',
  promiseOpen: 'Stiamo cercando il team giusto. Lo vedrai insieme al tuo feedback.',
  mailConfirm: 'Clicca sul link nell’e-mail inviata a {email}, e lo saprai anche via e-mail.',
  mailConfirmed: 'Lo saprai anche via e-mail, a {email}.',
  keepLink: 'Con questo link vedi sempre che cosa succede al tuo feedback.',
  openLink: 'Apri la tua pagina',
  another: 'Dicci qualcos’altro',

  kept: 'Salvato su questo dispositivo',
  keptOffline: 'Sei offline. Invieremo il tuo feedback appena torna la connessione.',
  keptBusy: 'Al momento l’invio non riesce. Riproveremo noi.',
  notSent: 'Non ancora inviato',

  mineEmpty: 'Qui vedi che cosa ci hai detto e che cosa ne facciamo.',
  more: 'Carica altro',
  received: 'Ricevuto',
  routed: 'Affidato al team',
  in_progress: 'In lavorazione',
  answered: 'Risposta data',
  reopened: 'Riaperto',
  merged: 'Unito a un altro',
  spam: 'Ricevuto',
  message: 'Messaggio',
  reaction: 'La tua reazione',

  plan: 'Che cosa faremo',
  done: 'Che cosa abbiamo fatto',
  partly: 'In parte',
  not_doing: 'Perché non lo facciamo',
  answer: 'La nostra risposta',
  better: 'Che cosa va meglio ora',
  next: 'Che cosa migliorerà ancora',
  measure: '{name}: da {before} a {after}',
  helped: 'Ti è stato utile?',
  yes: 'Sì',
  no: 'No',
  helpedWords: 'Vuoi aggiungere qualcosa?',
  helpedThanks: 'Grazie. Il team lo leggerà.',
  helpedReopened: 'Grazie. Il team lo esaminerà di nuovo.',

  conversation: 'Messaggi',
  you: 'Tu',
  write: 'Scrivi un messaggio',
  timeline: 'Che cosa è successo',

  outcomes: 'Che cosa abbiamo fatto con i feedback',
  outcomesEmpty: 'Ancora nulla. Torna più avanti.',
  yours: 'I tuoi dati',
}

/** While the customer writes. */
export const similar: Texts['similar'] = {
  similar: 'Abbiamo già fatto qualcosa per questo',
}

/** What the site itself asks. */
export const questions: Texts['questions'] = {
  optional: 'facoltativo',
  csat: 'Quanto ti soddisfa? (1 = per niente, 5 = molto)',
  nps: 'Ci consiglieresti? (0 = sicuramente no, 10 = sicuramente sì)',
  ces: 'È stato facile? (1 = difficile, 7 = facile)',
  answerMissing: 'Manca ancora la risposta a una domanda.',
  pictureOf: 'Immagine {n}',
}

/** What a customer can do with what is theirs. */
export const yours: Texts['yours'] = {
  exportAll: 'Scarica tutto',
  eraseAll: 'Cancella tutto',
  eraseAsk: 'Tutto ciò che ci hai detto qui scompare, anche da noi. Non si può annullare.',
  eraseYes: 'Sì, cancella tutto',
  erased: 'È stato cancellato tutto.',
  device: 'Vedi su un altro dispositivo',
  deviceUse: 'Inviamo un link all’indirizzo che hai confermato con noi.',
  deviceSent: 'Se conosciamo questo indirizzo, riceverai un’e-mail tra un attimo.',
}

export const pictures: Texts['pictures'] = {
  pictureRefused: 'Non abbiamo potuto accettare una delle immagini. Il tuo testo è ancora qui: togli l’immagine o scegline un’altra.',
  remove: 'Togli l’immagine {n}',
  type: 'Non riusciamo a leggere questo file come immagine. Va bene un JPEG, PNG, WebP o GIF.',
  size: 'Questa immagine è troppo grande. Scegline una più piccola.',
  broken: 'Questa immagine non si può leggere. Scegline un’altra.',
  captureFailed: 'Non è stato possibile catturare la pagina. Puoi aggiungere una tua schermata.',
  tooMany: { one: '{n} immagine al massimo.', many: '{n} immagini al massimo.', other: '{n} immagini al massimo.' },
  lost: {
    one: 'Il tuo browser non ha potuto conservare un’immagine. Aggiungila di nuovo.',
    many: 'Il tuo browser non ha potuto conservare {n} immagini. Aggiungile di nuovo.',
    other: 'Il tuo browser non ha potuto conservare {n} immagini. Aggiungile di nuovo.',
  },
}

export const capture: Texts['capture'] = {
  editTitle: 'Che cosa non deve vedere nessuno?',
  editHelp: 'Trascina su ciò che vuoi nascondere. Viene tolto dall’immagine per sempre.',
  editKeys: 'Con i tasti: le frecce spostano il riquadro, Maiusc con le frecce lo ingrandisce o lo riduce, Invio nasconde ciò che c’è sotto.',
  editPicture: 'L’immagine',
  editBrush: 'Pennello',
  editUndo: 'Passo indietro',
  editUse: 'Usa questa immagine',
  editCancel: 'Annulla',
  editHidden: 'Parti nascoste: {n}',
  editFailed: 'Questa immagine non funziona. Provane un’altra.',
}
