import type { Texts } from './languages.ts'

/** Polish speaks to the customer without "Pan" or "Pani", and without past tenses that would need a gender. */
export const form: Texts['form'] = {
  close: 'Zamknij',
  back: 'Wstecz',
  loading: 'Chwileczkę…',
  failed: 'Chwilowo brak połączenia. Nic nie zginęło.',
  again: 'Spróbuj ponownie',
  mine: 'Moje opinie',
  news: { one: '{n} nowość', few: '{n} nowości', many: '{n} nowości', other: '{n} nowości' },

  compliment: 'Pochwała',
  complaint: 'Skarga',
  idea: 'Pomysł',
  question: 'Pytanie',

  chooseTitle: 'Co chcesz nam powiedzieć?',
  chooseIntro: 'Przeczyta to zespół, a Ty dowiesz się, co z tym robimy.',
  complimentAsk: 'Co poszło dobrze?',
  complaintAsk: 'Co poszło nie tak?',
  ideaAsk: 'Co można poprawić i jak?',
  questionAsk: 'Co chcesz wiedzieć?',
  charactersLeft: { other: 'Pozostało znaków: {n}' },
  picture: 'Dodaj zdjęcie',
  capture: 'Pokaż tę stronę',
  notify: 'Dajcie mi znać, co z tym zrobicie',
  email: 'Adres e-mail',
  emailUse: 'Tylko po to, żeby napisać do Ciebie w tej sprawie. Najpierw poprosimy o potwierdzenie adresu.',
  name: 'Imię (opcjonalnie)',
  send: 'Wyślij',
  sending: 'Wysyłanie…',
  discard: 'Odrzuć',
  discardAsk: 'Na pewno odrzucić?',
  unkept: 'Twoja przeglądarka tego nie zapisuje. Zostaw tę stronę otwartą do czasu wysłania.',

  messageMissing: 'Najpierw napisz kilka słów.',
  emailWrong: 'Ten adres e-mail jest nieprawidłowy. Możesz go sprawdzić?',
  refused: 'Nie mogliśmy tego przyjąć. Twój tekst nadal tu jest: zmień go albo spróbuj później.',

  thanks: 'Dziękujemy.',
  thanksComplaint: 'Dziękujemy, że nam o tym mówisz.',
  promiseTeam: 'Zajmie się tym {team}. To część celu zespołu: {title}.',
  promiseDate: 'Odezwiemy się najpóźniej w tym dniu: {date}.',
  promiseOpen: 'Szukamy odpowiedniego zespołu. Zobaczysz go przy swojej opinii.',
  mailConfirm: 'Kliknij link w wiadomości wysłanej na {email}, a damy Ci znać także e-mailem.',
  mailConfirmed: 'Damy Ci znać także e-mailem, na {email}.',
  keepLink: 'Pod tym linkiem zawsze zobaczysz, co dzieje się z Twoją opinią.',
  openLink: 'Otwórz swoją stronę',
  another: 'Powiedz coś jeszcze',

  kept: 'Zapisano na tym urządzeniu',
  keptOffline: 'Jesteś offline. Wyślemy Twoją opinię, gdy tylko wróci połączenie.',
  keptBusy: 'Wysyłanie teraz nie działa. Sami spróbujemy ponownie.',
  notSent: 'Jeszcze nie wysłano',

  mineEmpty: 'Tu zobaczysz swoje opinie i to, co się z nimi dzieje.',
  more: 'Wczytaj więcej',
  received: 'Otrzymano',
  routed: 'Przekazano zespołowi',
  in_progress: 'W toku',
  answered: 'Odpowiedziano',
  reopened: 'Otwarto ponownie',
  merged: 'Połączono',
  spam: 'Otrzymano',
  message: 'Wiadomość',
  reaction: 'Twoja reakcja',

  plan: 'Co zamierzamy zrobić',
  done: 'Co zrobiliśmy',
  partly: 'Częściowo',
  not_doing: 'Dlaczego tego nie zrobimy',
  answer: 'Nasza odpowiedź',
  better: 'Co jest teraz lepsze',
  next: 'Co jeszcze będzie lepsze',
  measure: '{name}: z {before} na {after}',
  helped: 'Czy to Ci pomogło?',
  yes: 'Tak',
  no: 'Nie',
  helpedWords: 'Chcesz coś dodać?',
  helpedThanks: 'Dziękujemy. Zespół to przeczyta.',
  helpedReopened: 'Dziękujemy. Zespół przyjrzy się temu jeszcze raz.',

  conversation: 'Wiadomości',
  you: 'Ty',
  write: 'Napisz wiadomość',
  timeline: 'Co się wydarzyło',

  outcomes: 'Co zrobiliśmy z opiniami',
  outcomesEmpty: 'Jeszcze nic. Zajrzyj później.',
  yours: 'Twoje dane',
}

/** While the customer writes. */
export const similar: Texts['similar'] = {
  similar: 'Coś już z tym zrobiliśmy',
}

/** What the site itself asks. */
export const questions: Texts['questions'] = {
  optional: 'opcjonalnie',
  csat: 'Jak nas oceniasz? (1 = bardzo źle, 5 = bardzo dobrze)',
  nps: 'Czy polecisz nas innym? (0 = na pewno nie, 10 = na pewno tak)',
  ces: 'Jak łatwo poszło? (1 = trudno, 7 = łatwo)',
  answerMissing: 'Jedno pytanie czeka jeszcze na odpowiedź.',
  pictureOf: 'Zdjęcie {n}',
}

/** What a customer can do with what is theirs. */
export const yours: Texts['yours'] = {
  exportAll: 'Pobierz wszystko',
  eraseAll: 'Usuń wszystko',
  eraseAsk: 'Wszystko, co mamy tu od Ciebie, zniknie, także u nas. Tego nie da się cofnąć.',
  eraseYes: 'Tak, usuń wszystko',
  erased: 'Wszystko zostało usunięte.',
  device: 'Zobacz na innym urządzeniu',
  deviceUse: 'Wyślemy link na Twój adres, który jest już u nas potwierdzony.',
  deviceSent: 'Jeśli znamy ten adres, za chwilę dostaniesz e-mail.',
}

export const pictures: Texts['pictures'] = {
  pictureRefused: 'Nie mogliśmy przyjąć jednego ze zdjęć. Twój tekst nadal tu jest: usuń to zdjęcie albo wybierz inne.',
  remove: 'Usuń zdjęcie {n}',
  type: 'Nie możemy odczytać tego pliku jako zdjęcia. Może to być JPEG, PNG, WebP lub GIF.',
  size: 'To zdjęcie jest za duże. Wybierz mniejsze.',
  broken: 'Tego zdjęcia nie da się odczytać. Wybierz inne.',
  captureFailed: 'Nie udało się uchwycić strony. Możesz dodać własny zrzut ekranu.',
  tooMany: { one: 'Zmieści się {n} zdjęcie.', few: 'Zmieszczą się {n} zdjęcia.', many: 'Zmieści się {n} zdjęć.', other: 'Zmieści się {n} zdjęcia.' },
  lost: {
    one: 'Przeglądarka nie mogła zachować jednego zdjęcia. Dodaj je ponownie.',
    few: 'Przeglądarka nie mogła zachować {n} zdjęć. Dodaj je ponownie.',
    many: 'Przeglądarka nie mogła zachować {n} zdjęć. Dodaj je ponownie.',
    other: 'Przeglądarka nie mogła zachować {n} zdjęcia. Dodaj je ponownie.',
  },
}

export const capture: Texts['capture'] = {
  editTitle: 'Czego nikt nie powinien widzieć?',
  editHelp: 'Przeciągnij po tym, co chcesz ukryć. Zniknie ze zdjęcia na zawsze.',
  editKeys: 'Klawiszami: strzałki przesuwają ramkę, Shift ze strzałkami powiększa ją lub zmniejsza, Enter ukrywa to, co pod nią.',
  editPicture: 'Zdjęcie',
  editBrush: 'Pędzel',
  editUndo: 'Cofnij',
  editUse: 'Użyj tego zdjęcia',
  editCancel: 'Anuluj',
  editHidden: 'Ukryte miejsca: {n}',
  editFailed: 'Z tym zdjęciem się nie udało. Spróbuj z innym.',
}
