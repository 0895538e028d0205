import type { Texts } from './languages.ts'

/** Spanish says "tú" to the customer, in words that Spain and America share; "vosotros" and "ustedes" are avoided. */
export const form: Texts['form'] = {
  close: 'Cerrar',
  back: 'Atrás',
  loading: 'Un momento…',
  failed: 'Ahora mismo no hay conexión. No se ha perdido nada.',
  again: 'Reintentar',
  mine: 'Mis comentarios',
  news: { one: '{n} novedad', many: '{n} novedades', other: '{n} novedades' },

  compliment: 'Felicitación',
  complaint: 'Queja',
  idea: 'Idea',
  question: 'Pregunta',

  chooseTitle: '¿Qué te gustaría contarnos?',
  chooseIntro: 'Lo lee un equipo, y sabrás qué pasa con ello.',
  complimentAsk: '¿Qué salió bien?',
  complaintAsk: '¿Qué salió mal?',
  ideaAsk: '¿Qué se puede mejorar, y cómo?',
  questionAsk: '¿Qué te gustaría saber?',
  charactersLeft: { one: 'Queda {n} carácter', many: 'Quedan {n} caracteres', other: 'Quedan {n} caracteres' },
  picture: 'Añadir una imagen',
  capture: 'Mostrar esta página',
  notify: 'Quiero saber qué se hace con esto',
  email: 'Correo electrónico',
  emailUse: 'Solo para escribirte sobre esto. Antes te pedimos que confirmes la dirección.',
  name: 'Nombre (opcional)',
  send: 'Enviar',
  sending: 'Enviando…',
  discard: 'Descartar',
  discardAsk: '¿Descartar de verdad?',
  unkept: 'Tu navegador no guarda esto. Deja esta página abierta hasta que se envíe.',

  messageMissing: 'Escribe primero unas palabras.',
  emailWrong: 'Esta dirección de correo no es correcta. ¿Puedes revisarla?',
  refused: 'No hemos podido aceptarlo. Tu texto sigue aquí: cámbialo o inténtalo más tarde.',

  thanks: 'Gracias.',
  thanksComplaint: 'Gracias por decírnoslo.',
  promiseTeam: '{team} se encarga. Forma parte del objetivo del equipo: {title}.',
  promiseDate: 'Tendrás noticias nuestras a más tardar el {date}.',
  promiseOpen: 'Estamos buscando el equipo adecuado. Lo verás junto a tu comentario.',
  mailConfirm: 'Haz clic en el enlace del correo enviado a {email} para saberlo también por correo.',
  mailConfirmed: 'También te avisaremos por correo, en {email}.',
  keepLink: 'Con este enlace puedes ver siempre qué pasa con tu comentario.',
  openLink: 'Abrir tu página',
  another: 'Contar algo más',

  kept: 'Guardado en este dispositivo',
  keptOffline: 'No tienes conexión. Enviaremos tu comentario en cuanto vuelvas a tenerla.',
  keptBusy: 'Ahora mismo no se puede enviar. Volveremos a intentarlo automáticamente.',
  notSent: 'Aún no enviado',

  mineEmpty: 'Aquí ves lo que nos contaste y qué pasa con ello.',
  more: 'Cargar más',
  received: 'Recibido',
  routed: 'Con el equipo',
  in_progress: 'En curso',
  answered: 'Respondido',
  reopened: 'Reabierto',
  merged: 'Unificado',
  spam: 'Recibido',
  message: 'Mensaje',
  reaction: 'Tu reacción',

  plan: 'Lo que vamos a hacer',
  done: 'Lo que hicimos',
  partly: 'En parte',
  not_doing: 'Por qué no vamos a hacerlo',
  answer: 'Nuestra respuesta',
  better: 'Lo que ahora va mejor',
  next: 'Lo que aún va a mejorar',
  measure: '{name}: de {before} a {after}',
  helped: '¿Te ha ayudado?',
  yes: 'Sí',
  no: 'No',
  helpedWords: '¿Quieres añadir algo?',
  helpedThanks: 'Gracias. El equipo lo leerá.',
  helpedReopened: 'Gracias. El equipo lo revisará de nuevo.',

  conversation: 'Mensajes',
  you: 'Tú',
  write: 'Escribe un mensaje',
  timeline: 'Qué ha pasado',

  outcomes: 'Lo que hicimos con los comentarios',
  outcomesEmpty: 'Todavía nada. Vuelve más adelante.',
  yours: 'Tus datos',
}

/** While the customer writes. */
export const similar: Texts['similar'] = {
  similar: 'Ya hemos hecho algo al respecto',
}

/** What the site itself asks. */
export const questions: Texts['questions'] = {
  optional: 'opcional',
  csat: '¿Cuál es tu nivel de satisfacción? (1 = muy bajo, 5 = muy alto)',
  nps: '¿Nos recomendarías? (0 = seguro que no, 10 = seguro que sí)',
  ces: '¿Te resultó fácil? (1 = difícil, 7 = fácil)',
  answerMissing: 'Queda una pregunta por responder.',
  pictureOf: 'Imagen {n}',
}

/** What a customer can do with what is theirs. */
export const yours: Texts['yours'] = {
  exportAll: 'Descargar todo',
  eraseAll: 'Borrar todo',
  eraseAsk: 'Todo lo que nos contaste aquí desaparece, también de nuestro lado. No se puede deshacer.',
  eraseYes: 'Sí, borrar todo',
  erased: 'Todo está borrado.',
  device: 'Ver en otro dispositivo',
  deviceUse: 'Enviamos un enlace a la dirección que nos confirmaste.',
  deviceSent: 'Si conocemos esta dirección, recibirás un correo en un momento.',
}

export const pictures: Texts['pictures'] = {
  pictureRefused: 'No hemos podido aceptar una de las imágenes. Tu texto sigue aquí: quita la imagen o elige otra.',
  remove: 'Quitar la imagen {n}',
  type: 'No podemos leer este archivo como imagen. Sirve un JPEG, PNG, WebP o GIF.',
  size: 'Esta imagen es demasiado grande. Elige una más pequeña.',
  broken: 'Esta imagen no se puede leer. Elige otra.',
  captureFailed: 'No se pudo capturar la página. Puedes añadir tu propia captura de pantalla.',
  tooMany: { one: 'Cabe {n} imagen.', many: 'Caben {n} imágenes.', other: 'Caben {n} imágenes.' },
  lost: {
    one: 'Tu navegador no pudo guardar una imagen. Añádela de nuevo.',
    many: 'Tu navegador no pudo guardar {n} imágenes. Añádelas de nuevo.',
    other: 'Tu navegador no pudo guardar {n} imágenes. Añádelas de nuevo.',
  },
}

export const capture: Texts['capture'] = {
  editTitle: '¿Qué no debería ver nadie?',
  editHelp: 'Arrastra sobre lo que quieras ocultar. Se quita de la imagen para siempre.',
  editKeys: 'Con el teclado: las flechas mueven el recuadro, Mayús con las flechas lo agranda o lo achica, Intro oculta lo que hay debajo.',
  editPicture: 'La imagen',
  editBrush: 'Pincel',
  editUndo: 'Deshacer',
  editUse: 'Usar esta imagen',
  editCancel: 'Cancelar',
  editHidden: 'Partes ocultas: {n}',
  editFailed: 'Esta imagen no funciona. Prueba con otra.',
}
