import type { Texts } from './languages.ts'

/** One Portuguese for Portugal and Brazil: no "tu" or "você", no gerund, and no word that only one of them uses where there is another. */
export const form: Texts['form'] = {
  close: 'Fechar',
  back: 'Voltar',
  loading: 'Um momento…',
  failed: 'Sem conexão neste momento. Nada se perdeu.',
  again: 'Tentar de novo',
  mine: 'O meu feedback',
  news: { one: '{n} novidade', many: '{n} novidades', other: '{n} novidades' },

  compliment: 'Elogio',
  complaint: 'Reclamação',
  idea: 'Ideia',
  question: 'Pergunta',

  chooseTitle: 'O que gostaria de nos dizer?',
  chooseIntro: 'Uma equipe lê e conta o que acontece depois.',
  complimentAsk: 'O que foi bom?',
  complaintAsk: 'O que falhou?',
  ideaAsk: 'O que pode melhorar, e como?',
  questionAsk: 'O que gostaria de saber?',
  charactersLeft: { one: 'Resta {n} caractere', many: 'Restam {n} caracteres', other: 'Restam {n} caracteres' },
  picture: 'Adicionar imagem',
  capture: 'Mostrar esta página',
  notify: 'Quero saber o que fazem com isto',
  email: 'Endereço de e-mail',
  emailUse: 'Só para escrever sobre este assunto. Antes, pedimos a confirmação do endereço.',
  name: 'Nome (opcional)',
  send: 'Enviar',
  sending: 'Envio em curso…',
  discard: 'Descartar',
  discardAsk: 'Descartar mesmo?',
  unkept: 'O navegador não guarda isto. Deixe esta página aberta até que seja enviado.',

  messageMissing: 'Escreva primeiro algumas palavras.',
  emailWrong: 'Este endereço de e-mail não está certo. Pode verificar?',
  refused: 'Não foi possível aceitar este envio. O seu texto continua aqui: altere-o ou tente mais tarde.',

  thanks: 'Obrigado.',
  thanksComplaint: 'Obrigado por nos contar.',
  promiseTeam: '{team} vai cuidar disto. Faz parte do objetivo da equipe: {title}.',
  promiseDate: 'Damos notícias até {date}.',
  promiseOpen: 'Vamos encontrar a equipe certa. Ela aparecerá junto do seu feedback.',
  mailConfirm: 'Clique no link do e-mail enviado para {email} e receba as novidades também por e-mail.',
  mailConfirmed: 'Também enviamos as novidades por e-mail, para {email}.',
  keepLink: 'Com este link, pode ver sempre o que acontece com o seu feedback.',
  openLink: 'Abrir a sua página',
  another: 'Contar outra coisa',

  kept: 'Guardado neste dispositivo',
  keptOffline: 'Sem internet. Enviamos o seu feedback assim que a conexão voltar.',
  keptBusy: 'Não é possível enviar agora. Tentamos de novo automaticamente.',
  notSent: 'Ainda não enviado',

  mineEmpty: 'Aqui pode ver o que nos contou e o que acontece depois.',
  more: 'Carregar mais',
  received: 'Recebido',
  routed: 'Com a equipe',
  in_progress: 'Em andamento',
  answered: 'Respondido',
  reopened: 'Reaberto',
  merged: 'Agrupado',
  spam: 'Recebido',
  message: 'Mensagem',
  reaction: 'A sua reação',

  plan: 'O que vamos fazer',
  done: 'O que fizemos',
  partly: 'Em parte',
  not_doing: 'A razão de não fazermos isto',
  answer: 'A nossa resposta',
  better: 'O que está melhor agora',
  next: 'O que ainda vai melhorar',
  measure: '{name}: de {before} para {after}',
  helped: 'Isto ajudou?',
  yes: 'Sim',
  no: 'Não',
  helpedWords: 'Quer acrescentar algo?',
  helpedThanks: 'Obrigado. A equipe vai ler.',
  helpedReopened: 'Obrigado. A equipe vai analisar de novo.',

  conversation: 'Mensagens',
  you: 'Eu',
  write: 'Escreva uma mensagem',
  timeline: 'O que aconteceu',

  outcomes: 'O que fizemos com o feedback',
  outcomesEmpty: 'Ainda nada. Volte mais tarde.',
  yours: 'Os seus dados',
}

/** While the customer writes. */
export const similar: Texts['similar'] = {
  similar: 'Já fizemos algo sobre isto',
}

/** What the site itself asks. */
export const questions: Texts['questions'] = {
  optional: 'opcional',
  csat: 'Qual é o seu nível de satisfação? (1 = muito baixo, 5 = muito alto)',
  nps: 'Recomendaria a outras pessoas? (0 = com certeza não, 10 = com certeza sim)',
  ces: 'Foi fácil? (1 = difícil, 7 = fácil)',
  answerMissing: 'Falta responder a uma pergunta.',
  pictureOf: 'Imagem {n}',
}

/** What a customer can do with what is theirs. */
export const yours: Texts['yours'] = {
  exportAll: 'Fazer download de tudo',
  eraseAll: 'Apagar tudo',
  eraseAsk: 'Tudo o que nos contou aqui desaparece, também do nosso lado. Não é possível desfazer.',
  eraseYes: 'Sim, apagar tudo',
  erased: 'Está tudo apagado.',
  device: 'Ver em outro dispositivo',
  deviceUse: 'Enviamos um link para o endereço que já confirmou.',
  deviceSent: 'Se conhecermos este endereço, um e-mail chega em instantes.',
}

export const pictures: Texts['pictures'] = {
  pictureRefused: 'Não foi possível aceitar uma das imagens. O seu texto continua aqui: retire a imagem ou escolha outra.',
  remove: 'Retirar a imagem {n}',
  type: 'Não conseguimos ler isto como imagem. Pode ser JPEG, PNG, WebP ou GIF.',
  size: 'Esta imagem é grande demais. Escolha uma menor.',
  broken: 'Não é possível ler esta imagem. Escolha outra.',
  captureFailed: 'Não foi possível capturar a página. Pode adicionar uma captura própria.',
  tooMany: { one: 'Cabe {n} imagem.', many: 'Cabem {n} imagens.', other: 'Cabem {n} imagens.' },
  lost: {
    one: 'O navegador não conseguiu guardar {n} imagem. Adicione-a de novo.',
    many: 'O navegador não conseguiu guardar {n} imagens. Adicione-as de novo.',
    other: 'O navegador não conseguiu guardar {n} imagens. Adicione-as de novo.',
  },
}

export const capture: Texts['capture'] = {
  editTitle: 'O que ninguém deve ver?',
  editHelp: 'Arraste sobre o que quer esconder. Será retirado da imagem para sempre.',
  editKeys: 'Com as teclas: as setas movem a caixa, Shift com as setas aumenta ou diminui a caixa, Enter esconde o que está por baixo.',
  editPicture: 'A imagem',
  editBrush: 'Pincel',
  editUndo: 'Desfazer',
  editUse: 'Usar esta imagem',
  editCancel: 'Cancelar',
  editHidden: 'Partes escondidas: {n}',
  editFailed: 'Esta imagem não funciona. Tente outra.',
}
