import type { Kind } from '@klankbord/shared/widget'

/** First answers of colleagues where the script has no words of its own; the name of who writes comes below. `{name}` as in the script. */
export const replies: Record<'nl' | 'en', Record<Kind, string[]>> = {
  nl: {
    complaint: [
      'Dag {name}, dat had anders gemoeten. Dank dat je het zegt. We zoeken uit waar het misging en je hoort van ons wat we eraan doen.',
      'Vervelend, {name}. Je bent niet de enige die dit schrijft, en daarom lossen we het nu bij de bron op in plaats van per keer.',
      'Dag {name}, ik heb het gelezen en met het team besproken. Je krijgt bericht zodra er iets verandert, en ook als dat tegenvalt.',
      'Dank je voor je eerlijkheid, {name}. Hier word ik ook niet blij van. Het staat bovenaan ons lijstje voor maandag.',
      'Dag {name}, je hebt een punt. Ik ga geen smoes verzinnen; we zijn aan het kijken hoe het wél kan.',
      'Sorry voor het gedoe, {name}. Als je er deze week nog last van hebt, vraag dan naar mij aan de balie.',
      'Dag {name}, dit is precies het soort bericht waar we iets mee kunnen. We komen erop terug.',
    ],
    idea: [
      'Mooi idee, {name}! We leggen het naast wat anderen hierover schreven en laten weten wat ervan komt.',
      'Dag {name}, hier hadden we het vorige week zelf ook over. Je hoort het als we een besluit hebben.',
      'Dank je, {name}. Of het kan weet ik nog niet, maar je krijgt een echt antwoord.',
      'Goed gezien, {name}. Ik neem het mee naar het team.',
    ],
    question: [
      'Goede vraag, {name}. Ik zoek het uit en kom bij je terug.',
      'Dag {name}, het korte antwoord heb ik nog niet zwart op wit. Dat zoek ik eerst goed uit, dan krijg je het van mij.',
      'Dag {name}, meer mensen vragen dit. We zetten het op een rij en sturen je het antwoord.',
    ],
    compliment: [
      'Wat leuk om te lezen, {name}! Ik geef het door aan het team.',
      'Dank je wel, {name}. Hier doen we het voor.',
      'Dag {name}, dit lees ik maandag voor bij de koffie.',
      'Fijn dat je de moeite nam om dit te schrijven, {name}.',
    ],
  },
  en: {
    complaint: [
      'Hi {name}, that should not have gone like this. Thank you for telling us. We are finding out where it went wrong and you will hear what we do about it.',
      'Sorry about the hassle, {name}. You are not the only one who writes this, so we are fixing the cause instead of each case.',
      'Hi {name}, I have read it and talked it over with the team. You will hear from us when something changes, also if it is less than you hoped for.',
      'Thank you for being frank, {name}. It is at the top of our list for Monday.',
      'Hi {name}, you have a point. I will not make up an excuse; we are looking at how it can be done properly.',
    ],
    idea: [
      'Nice idea, {name}! We will put it beside what others wrote and let you know what comes of it.',
      'Hi {name}, I cannot promise it yet, but you will get a real answer.',
      'Well spotted, {name}. I am taking it to the team.',
    ],
    question: [
      'Good question, {name}. I will find out and get back to you.',
      'Hi {name}, several people ask this. We are writing it down properly and will send you the answer.',
    ],
    compliment: [
      'How kind of you to write this, {name}! I am passing it on to the team.',
      'Thank you, {name}. This is what we do it for.',
      'Hi {name}, I will read this aloud over coffee on Monday.',
    ],
  },
}
