import type { ProblemCode } from '@klankbord/shared/problem'

interface Saying {
  title: string
  text: string
}

/** The pages that the server writes itself. */
export const pages = {
  made: 'Gemaakt met Klankbord',
  status: {
    title: {
      compliment: 'Wat er met je compliment gebeurt',
      complaint: 'Wat er met je klacht gebeurt',
      idea: 'Wat er met je idee gebeurt',
      question: 'Wat er met je vraag gebeurt',
    },
    steps: { received: 'Ontvangen', routed: 'Bij het team', in_progress: 'In behandeling', answered: 'Beantwoord' },
    now: 'Nu:',
    isReopened: 'Opnieuw geopend',
    isMerged: 'Samengevoegd met gelijke feedback',
    youSaid: (day: string) => `Jij schreef op ${day}`,
    picture: (at: number, of: number) => (of === 1 ? 'De afbeelding die je meestuurde' : `Afbeelding ${at} van de ${of} die je meestuurde`),
    rating: {
      csat: (value: number) => `Tevredenheid: ${value} van 5`,
      nps: (value: number) => `Zou ons aanbevelen: ${value} van 10`,
      ces: (value: number) => `Hoe makkelijk het ging: ${value} van 7`,
    },
    late: (day: string) =>
      `We beloofden je uiterlijk ${day} een antwoord. Dat is ons niet gelukt. Het staat bij het team als te laat, zodat het niet blijft liggen.`,
    reopened: 'Je liet weten dat het niet is opgelost. Het team kijkt er opnieuw naar.',
    merged: 'Anderen schreven hetzelfde. Jullie krijgen samen één antwoord, en het verschijnt ook hier.',
    plan: 'Wat we gaan doen',
    outcomeBy: (team: string, day: string) => `${team}, ${day}`,
    goal: (team: string, goal: string) => `Dit hoort bij het doel van ${team}: ${goal}.`,
    measure: (before: string, after: string, unit: string) => `van ${before} naar ${after} ${unit}`,
    conversation: 'Berichten',
    you: 'Jij',
    noMessages: 'Nog geen berichten. Wil je iets toevoegen of vragen? Het team leest het.',
    write: 'Schrijf een bericht',
    send: 'Verstuur',
    messageMissing: 'Schrijf eerst iets, dan versturen we het.',
    messageLong: (most: number) => `Dit is te lang. Houd het op ${most} tekens; je tekst staat er nog.`,
    messageSent: 'Je bericht staat bij het team.',
    choices: { yes: 'Ja', partly: 'Deels', no: 'Nee' },
    choiceMissing: 'Kies eerst ja, deels of nee. Wat je schreef, staat er nog.',
    reactionWords: 'Wil je er iets bij zeggen?',
    optional: 'mag leeg blijven',
    react: 'Laat het weten',
    reacted: { yes: 'Je zei: ja.', partly: 'Je zei: deels.', no: 'Je zei: nee. Het team kijkt er opnieuw naar.' },
    reactionSent: 'Dank je, het team leest wat je ervan vindt.',
    changeReaction: 'Verander je antwoord',
    timeline: 'Wat er gebeurde',
    events: {
      received: () => 'Je feedback is ontvangen',
      routed: (team: string | null) => (team ? `Doorgegeven aan ${team}` : 'Doorgegeven aan het team'),
      in_progress: (team: string | null) => (team ? `${team} ging ermee aan de slag` : 'Het team ging ermee aan de slag'),
      message: (team: string | null) => (team ? `Bericht van ${team}` : 'Er kwam een bericht bij'),
      answered: (team: string | null) => (team ? `Beantwoord door ${team}` : 'Beantwoord'),
      reaction: () => 'Je liet weten wat je ervan vond',
      reopened: () => 'Opnieuw geopend',
      merged: () => 'Samengevoegd met gelijke feedback',
    },
    keep: 'Deze pagina is van jou. Bewaar de link: wie hem heeft, kan meelezen en meeschrijven.',
  },
  all: {
    title: 'Alles wat je ons vertelde',
    lead: (organisation: string) => `Dit schreef je aan ${organisation}. Open er een om te zien wat ermee gebeurt, of om iets toe te voegen.`,
    none: 'Er staat hier nog niets.',
    said: (day: string) => `Op ${day}`,
    news: 'Er is nieuws',
    keep: 'Deze pagina is van jou. Bewaar de link: wie hem heeft, kan meelezen en meeschrijven.',
  },
  confirm: {
    title: 'Mogen we je op de hoogte houden?',
    ask: (organisation: string, email: string) =>
      `Dan mailt ${organisation} naar ${email} wat er met je feedback gebeurt. Je kunt dat in elke mail weer stoppen.`,
    yes: 'Ja, houd me op de hoogte',
    doneTitle: 'Geregeld',
    done: (organisation: string, email: string) => `Vanaf nu schrijft ${organisation} je op ${email} zodra er iets te vertellen is.`,
    next: (day: string) => `Je hoort van ons uiterlijk ${day}.`,
    open: 'Bekijk wat er met je feedback gebeurt',
  },
  unsubscribe: {
    title: 'Geen mail meer?',
    ask: (organisation: string) => `Dan stuurt ${organisation} je geen mail meer over je feedback. Op je eigen pagina blijf je alles kunnen lezen.`,
    stop: 'Stop de mail',
    doneTitle: 'Je krijgt geen mail meer',
    done: (organisation: string) => `${organisation} mailt je niet meer over je feedback. Op je eigen pagina blijf je alles kunnen lezen.`,
    again: 'Mail mij toch weer',
    resumedTitle: 'Je krijgt weer mail',
    resumed: (organisation: string) => `${organisation} schrijft je weer zodra er iets te vertellen is.`,
    unconfirmed: (organisation: string) =>
      `${organisation} mag je weer vragen of je op de hoogte gehouden wilt worden. De knop in de mail die je kreeg, werkt ook weer.`,
  },
  home: {
    title: 'Klankbord',
    lead: 'Feedback waar iemand iets mee doet, en waarvan je hoort wat.',
    text: 'Op deze server luistert een organisatie naar haar klanten. Alles wat je zegt, komt bij een team terecht, met een datum waarop je antwoord krijgt. Gaf je feedback? Dan staat in je mail of in het venster op de site de link naar jouw eigen pagina.',
    signIn: 'Inloggen voor collega’s',
    docs: 'Voor ontwikkelaars: de API',
  },
  problems: {
    'not-found': {
      title: 'Deze link doet niets (meer)',
      text: 'Misschien is hij niet helemaal gekopieerd, of hoort hij bij een adres dat later is veranderd. Open de link opnieuw vanuit je laatste mail, of kijk bij ‘Mijn feedback’ op de site waar je ons schreef.',
    },
    'too-many-requests': {
      title: 'Even rustig aan',
      text: 'Er kwam veel tegelijk vanaf jouw verbinding. Wacht een minuut en probeer het opnieuw; er is niets veranderd.',
    },
    'too-large': { title: 'Dit is te groot', text: 'Ga terug, maak je tekst korter en verstuur hem opnieuw. Er is niets bewaard.' },
    conflict: {
      title: 'Er veranderde net iets',
      text: 'Ga terug, laad de pagina opnieuw en probeer het nog een keer. Je antwoord is nog niet bewaard.',
    },
    unavailable: {
      title: 'Dit lukt nu even niet',
      text: 'We kunnen op dit moment niets opslaan. Ga terug en probeer het over een minuut opnieuw; er is niets veranderd.',
    },
    internal: { title: 'Er ging bij ons iets mis', text: 'Dit ligt aan ons, niet aan jou. Er is niets veranderd. Probeer het straks opnieuw.' },
  } satisfies Partial<Record<ProblemCode, Saying>>,
}
