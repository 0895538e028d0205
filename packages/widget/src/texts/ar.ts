import type { Texts } from './languages.ts'

/** Modern Standard Arabic. What the customer does is named by a noun, so that it speaks to women and men alike. */
export const form: Texts['form'] = {
  close: 'إغلاق',
  back: 'رجوع',
  loading: 'لحظة من فضلك…',
  failed: 'لا يوجد اتصال الآن. لم يُفقد شيء.',
  again: 'إعادة المحاولة',
  mine: 'ملاحظاتي',
  news: { zero: 'لا جديد', one: 'جديد واحد', two: 'جديدان', few: '{n} جديدة', many: '{n} جديدًا', other: '{n} جديد' },

  compliment: 'إشادة',
  complaint: 'شكوى',
  idea: 'فكرة',
  question: 'سؤال',

  chooseTitle: 'ما رسالتك إلينا؟',
  chooseIntro: 'يقرؤها أحد فرقنا، ونخبرك بما يحدث بعدها.',
  complimentAsk: 'ما الذي سار على ما يرام؟',
  complaintAsk: 'ما الذي لم يسر على ما يرام؟',
  ideaAsk: 'ما الذي يمكن تحسينه، وكيف؟',
  questionAsk: 'ما سؤالك؟',
  charactersLeft: { other: 'الأحرف المتبقية: {n}' },
  picture: 'إضافة صورة',
  capture: 'إظهار هذه الصفحة',
  notify: 'أخبروني بما ستفعلونه',
  email: 'البريد الإلكتروني',
  emailUse: 'للكتابة إليك في هذا الموضوع فقط. سنطلب منك أولًا تأكيد العنوان.',
  name: 'الاسم (اختياري)',
  send: 'إرسال',
  sending: 'جارٍ الإرسال…',
  discard: 'حذف المسودة',
  discardAsk: 'هل تريد حذفها؟',
  unkept: 'متصفحك لا يحفظ هذا. يرجى إبقاء هذه الصفحة مفتوحة حتى اكتمال الإرسال.',

  messageMissing: 'يرجى كتابة بضع كلمات أولًا.',
  emailWrong: 'عنوان البريد الإلكتروني هذا غير صحيح. هل يمكنك التحقق منه؟',
  refused: 'لم نتمكن من قبول هذا. ما زال نصك هنا: يمكنك تعديله أو المحاولة لاحقًا.',

  thanks: 'شكرًا لك.',
  thanksComplaint: 'شكرًا لإخبارنا بذلك.',
  promiseTeam: 'يتولى {team} هذا الأمر. وهو جزء من هدف الفريق: {title}.',
  promiseDate: 'سنرد عليك في موعد أقصاه {date}.',
  promiseOpen: 'نبحث عن الفريق المناسب. سيظهر لك مع ملاحظتك.',
  mailConfirm: 'يرجى النقر على الرابط في الرسالة المرسلة إلى {email} لنخبرك بالبريد الإلكتروني أيضًا.',
  mailConfirmed: 'سنخبرك أيضًا بالبريد الإلكتروني على {email}.',
  keepLink: 'بهذا الرابط يمكنك دائمًا معرفة ما يحدث لملاحظتك.',
  openLink: 'فتح صفحتك',
  another: 'إضافة ملاحظة أخرى',

  kept: 'محفوظة على هذا الجهاز',
  keptOffline: 'لا يوجد اتصال بالإنترنت. سنرسل ملاحظتك فور عودة الاتصال.',
  keptBusy: 'الإرسال غير ممكن الآن. سنعيد المحاولة تلقائيًا.',
  notSent: 'لم تُرسل بعد',

  mineEmpty: 'هنا تظهر ملاحظاتك وما يحدث لها.',
  more: 'تحميل المزيد',
  received: 'تم الاستلام',
  routed: 'لدى الفريق',
  in_progress: 'قيد العمل',
  answered: 'تم الرد',
  reopened: 'أُعيد فتحها',
  merged: 'تم الدمج',
  spam: 'تم الاستلام',
  message: 'رسالة',
  reaction: 'رأيك',

  plan: 'ما سنفعله',
  done: 'ما فعلناه',
  partly: 'جزئيًا',
  not_doing: 'لماذا لن نفعل هذا',
  answer: 'ردنا',
  better: 'ما تحسّن الآن',
  next: 'ما سيتحسّن لاحقًا',
  measure: '{name}: من {before} إلى {after}',
  helped: 'هل أفادك هذا؟',
  yes: 'نعم',
  no: 'لا',
  helpedWords: 'هل من إضافة؟',
  helpedThanks: 'شكرًا لك. سيقرأ الفريق ذلك.',
  helpedReopened: 'شكرًا لك. سينظر الفريق في الأمر من جديد.',

  conversation: 'الرسائل',
  you: 'أنت',
  write: 'كتابة رسالة',
  timeline: 'ماذا حدث',

  outcomes: 'ما فعلناه بالملاحظات',
  outcomesEmpty: 'لا شيء بعد. يمكنك العودة لاحقًا.',
  yours: 'بياناتك',
}

/** While the customer writes. */
export const similar: Texts['similar'] = {
  similar: 'فعلنا شيئًا بهذا الشأن',
}

/** What the site itself asks. */
export const questions: Texts['questions'] = {
  optional: 'اختياري',
  csat: 'ما مدى رضاك؟ (1 = ضعيف جدًا، 5 = عالٍ جدًا)',
  nps: 'هل توصي بنا؟ (0 = بالتأكيد لا، 10 = بالتأكيد نعم)',
  ces: 'ما مدى سهولة الأمر؟ (1 = صعب، 7 = سهل)',
  answerMissing: 'ما زال هناك سؤال بلا إجابة.',
  pictureOf: 'الصورة {n}',
}

/** What a customer can do with what is theirs. */
export const yours: Texts['yours'] = {
  exportAll: 'تنزيل الكل',
  eraseAll: 'محو الكل',
  eraseAsk: 'سيختفي كل ما أخبرتنا به هنا، ومن عندنا أيضًا. لا يمكن التراجع عن ذلك.',
  eraseYes: 'نعم، محو الكل',
  erased: 'تم محو كل شيء.',
  device: 'العرض على جهاز آخر',
  deviceUse: 'نرسل رابطًا إلى عنوانك المؤكَّد لدينا.',
  deviceSent: 'إذا كنا نعرف هذا العنوان، فستصلك رسالة بعد لحظات.',
}

export const pictures: Texts['pictures'] = {
  pictureRefused: 'لم نتمكن من قبول إحدى الصور. ما زال نصك هنا: يمكنك إزالة الصورة أو اختيار غيرها.',
  remove: 'إزالة الصورة {n}',
  type: 'لا يمكننا قراءة هذا الملف كصورة. الصيغ المقبولة: JPEG وPNG وWebP وGIF.',
  size: 'هذه الصورة كبيرة جدًا. يرجى اختيار صورة أصغر.',
  broken: 'لا يمكن قراءة هذه الصورة. يرجى اختيار غيرها.',
  captureFailed: 'تعذر التقاط الصفحة. يمكنك إضافة لقطة شاشة من عندك.',
  tooMany: {
    zero: 'لا مكان لأي صورة.',
    one: 'صورة واحدة كحد أقصى.',
    two: 'صورتان كحد أقصى.',
    few: '{n} صور كحد أقصى.',
    many: '{n} صورة كحد أقصى.',
    other: '{n} صورة كحد أقصى.',
  },
  lost: {
    zero: 'لم تُفقد أي صورة.',
    one: 'لم يتمكن متصفحك من حفظ صورة واحدة. يرجى إضافتها من جديد.',
    two: 'لم يتمكن متصفحك من حفظ صورتين. يرجى إضافتهما من جديد.',
    few: 'لم يتمكن متصفحك من حفظ {n} صور. يرجى إضافتها من جديد.',
    many: 'لم يتمكن متصفحك من حفظ {n} صورة. يرجى إضافتها من جديد.',
    other: 'لم يتمكن متصفحك من حفظ {n} صورة. يرجى إضافتها من جديد.',
  },
}

export const capture: Texts['capture'] = {
  editTitle: 'هل من شيء ينبغي ألا يراه أحد؟',
  editHelp: 'السحب فوق أي شيء يخفيه، ويزيله من الصورة نهائيًا.',
  editKeys: 'بلوحة المفاتيح: الأسهم تحرّك الإطار، وShift مع الأسهم يكبّره أو يصغّره، وEnter يخفي ما تحته.',
  editPicture: 'الصورة',
  editBrush: 'فرشاة',
  editUndo: 'تراجع',
  editUse: 'استخدام هذه الصورة',
  editCancel: 'إلغاء',
  editHidden: 'الأماكن المخفية: {n}',
  editFailed: 'لم تنجح هذه الصورة. يمكنك تجربة غيرها.',
}
