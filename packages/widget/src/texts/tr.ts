import type { Texts } from './languages.ts'

/** Turkish says "sen" to the customer. A word after a number stays as it is. */
export const form: Texts['form'] = {
  close: 'Kapat',
  back: 'Geri',
  loading: 'Bir saniye…',
  failed: 'Şu anda bağlantı yok. Hiçbir şey kaybolmadı.',
  again: 'Tekrar dene',
  mine: 'Geri bildirimlerim',
  news: { other: '{n} yeni' },

  compliment: 'Teşekkür',
  complaint: 'Şikâyet',
  idea: 'Fikir',
  question: 'Soru',

  chooseTitle: 'Bize ne söylemek istersin?',
  chooseIntro: 'Bir ekip okur, sonrasında ne olduğunu da öğrenirsin.',
  complimentAsk: 'Ne iyi gitti?',
  complaintAsk: 'Ne ters gitti?',
  ideaAsk: 'Ne daha iyi olabilir, nasıl?',
  questionAsk: 'Ne öğrenmek istersin?',
  charactersLeft: { other: '{n} karakter kaldı' },
  picture: 'Resim ekle',
  capture: 'Bu sayfayı göster',
  notify: 'Bununla ne yaptığınızı bana bildirin',
  email: 'E-posta adresi',
  emailUse: 'Yalnızca bu konuda sana yazmak için. Önce adresi onaylamanı isteriz.',
  name: 'Ad (isteğe bağlı)',
  send: 'Gönder',
  sending: 'Gönderiliyor…',
  discard: 'Taslağı sil',
  discardAsk: 'Taslak silinsin mi?',
  unkept: 'Tarayıcın bunu saklamıyor. Gönderilene kadar bu sayfayı açık tut.',

  messageMissing: 'Önce birkaç kelime yaz.',
  emailWrong: 'Bu e-posta adresi doğru değil. Kontrol eder misin?',
  refused: 'Bunu kabul edemedik. Metnin hâlâ burada: Değiştir ya da daha sonra tekrar dene.',

  thanks: 'Teşekkürler.',
  thanksComplaint: 'Bize söylediğin için teşekkürler.',
  promiseTeam: 'Bununla {team} ilgileniyor. Ekibin şu hedefiyle ilgili: {title}.',
  promiseDate: 'En geç {date} günü bizden haber alırsın.',
  promiseOpen: 'Bunun için doğru ekibi arıyoruz. Geri bildiriminin yanında göreceksin.',
  mailConfirm: '{email} adresine gelen e-postadaki bağlantıya tıkla, sana e-postayla da haber verelim.',
  mailConfirmed: '{email} adresine e-postayla da haber veririz.',
  keepLink: 'Bu bağlantıyla geri bildirimine ne olduğunu her zaman görürsün.',
  openLink: 'Sayfanı aç',
  another: 'Başka bir şey söyle',

  kept: 'Bu cihazda saklandı',
  keptOffline: 'Çevrimdışısın. Bağlantın gelir gelmez geri bildirimini göndeririz.',
  keptBusy: 'Şu anda gönderilemiyor. Biz yeniden deneriz.',
  notSent: 'Henüz gönderilmedi',

  mineEmpty: 'Bize söylediklerini ve sonrasında olanları burada görürsün.',
  more: 'Daha fazla yükle',
  received: 'Alındı',
  routed: 'Ekipte',
  in_progress: 'İşlemde',
  answered: 'Yanıtlandı',
  reopened: 'Yeniden açıldı',
  merged: 'Birleştirildi',
  spam: 'Alındı',
  message: 'Mesaj',
  reaction: 'Senin görüşün',

  plan: 'Ne yapacağız',
  done: 'Ne yaptık',
  partly: 'Kısmen',
  not_doing: 'Bunu neden yapmıyoruz',
  answer: 'Yanıtımız',
  better: 'Şimdi ne daha iyi',
  next: 'Daha ne iyileşecek',
  measure: '{name}: önce {before}, şimdi {after}',
  helped: 'Bu işine yaradı mı?',
  yes: 'Evet',
  no: 'Hayır',
  helpedWords: 'Eklemek istediğin bir şey var mı?',
  helpedThanks: 'Teşekkürler. Ekip okuyacak.',
  helpedReopened: 'Teşekkürler. Ekip yeniden bakacak.',

  conversation: 'Mesajlar',
  you: 'Sen',
  write: 'Bir mesaj yaz',
  timeline: 'Neler oldu',

  outcomes: 'Geri bildirimlerle ne yaptık',
  outcomesEmpty: 'Henüz bir şey yok. Daha sonra yine bak.',
  yours: 'Verilerin',
}

/** While the customer writes. */
export const similar: Texts['similar'] = {
  similar: 'Bu konuda bir şey yaptık',
}

/** What the site itself asks. */
export const questions: Texts['questions'] = {
  optional: 'isteğe bağlı',
  csat: 'Ne kadar memnunsun? (1 = hiç, 5 = çok)',
  nps: 'Bizi tavsiye eder misin? (0 = kesinlikle hayır, 10 = kesinlikle evet)',
  ces: 'Ne kadar kolaydı? (1 = zor, 7 = kolay)',
  answerMissing: 'Yanıtlanacak bir soru daha var.',
  pictureOf: 'Resim {n}',
}

/** What a customer can do with what is theirs. */
export const yours: Texts['yours'] = {
  exportAll: 'Hepsini indir',
  eraseAll: 'Hepsini sil',
  eraseAsk: 'Burada bize söylediğin her şey silinir, bizdekiler de. Bu geri alınamaz.',
  eraseYes: 'Evet, hepsini sil',
  erased: 'Her şey silindi.',
  device: 'Başka bir cihazda gör',
  deviceUse: 'Bizde onayladığın adrese bir bağlantı göndeririz.',
  deviceSent: 'Bu adresi tanıyorsak birazdan bir e-posta alırsın.',
}

export const pictures: Texts['pictures'] = {
  pictureRefused: 'Resimlerden birini kabul edemedik. Metnin hâlâ burada: Resmi kaldır ya da başka bir resim seç.',
  remove: '{n}. resmi kaldır',
  type: 'Bu dosyayı resim olarak okuyamıyoruz. JPEG, PNG, WebP veya GIF olabilir.',
  size: 'Bu resim çok büyük. Daha küçük bir resim seç.',
  broken: 'Bu resim okunamıyor. Başka bir resim seç.',
  captureFailed: 'Sayfanın görüntüsü alınamadı. Kendi ekran görüntünü ekleyebilirsin.',
  tooMany: { other: 'En fazla {n} resim sığar.' },
  lost: { other: 'Tarayıcın {n} resmi saklayamadı. Lütfen yeniden ekle.' },
}

export const capture: Texts['capture'] = {
  editTitle: 'Kimsenin görmemesi gereken ne var?',
  editHelp: 'Gizlemek istediğin yerin üzerinden sürükle. Resimden kalıcı olarak çıkarılır.',
  editKeys: 'Tuşlarla: Oklar kutuyu taşır, Shift ile oklar kutuyu büyütür veya küçültür, Enter altındakini gizler.',
  editPicture: 'Resim',
  editBrush: 'Fırça',
  editUndo: 'Geri al',
  editUse: 'Bu resmi kullan',
  editCancel: 'İptal',
  editHidden: 'Gizlenen yerler: {n}',
  editFailed: 'Bu resim olmadı. Başka bir resim dene.',
}
