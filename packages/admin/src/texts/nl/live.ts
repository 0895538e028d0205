import type { Texts } from '../later-en.ts'

const plural = (count: number, one: string, more: string) => (count === 1 ? one : more)

export const live: Texts['live'] = {
  lost: 'Geen verbinding. Wat je ziet kan oud zijn, en wat je doet blijft bewaard tot die er weer is.',
  waiting: (count) => plural(count, '1 handeling wacht.', `${count} handelingen wachten.`),
  back: 'De verbinding is er weer.',
  doneAfterAll: (count) => plural(count, 'Wat je daarvoor deed, is alsnog gedaan.', `${count} handelingen van daarvoor zijn alsnog gedaan.`),
  refusedAfterAll: (count) =>
    plural(count, 'Eén handeling van daarvoor kon niet meer. Kijk nog eens naar het bericht.', `${count} handelingen van daarvoor konden niet meer.`),
  looking: (count, names) => plural(count, `${names} kijkt hiernaar`, `${names} kijken hiernaar`),
}

export const bulk: Texts['bulk'] = {
  names: {
    route: 'Geef aan een doel',
    plan: 'Kies de aanpak',
    spam: 'Naar spam',
    unspam: 'Geen spam',
    merge: 'Voeg samen tot één',
  },
  selected: (count) => `${count} geselecteerd`,
  all: (count, written) => (count === null ? 'Alles wat dit filter vindt' : `Alle ${written} geselecteerd`),
  allMore: (written) => `Alles wat dit filter vindt: meer dan ${written}`,
  selectShown: (count) => `Selecteer de ${count} in de lijst`,
  selectAll: (count) => (count === null ? 'Selecteer alles wat dit filter vindt' : `Selecteer alle ${count} die dit filter vindt`),
  selectAllMore: (count) => `Selecteer alles wat dit filter vindt: meer dan ${count}`,
  more: 'Doe hiermee',
  items: (count, written) => (count === null ? 'alle' : plural(count, '1 bericht', `${written} berichten`)),
  itemsMore: (written) => `meer dan ${written} berichten`,
  recounted: (written) => `Een collega was je voor: dit filter vindt er nu ${written}. Er is niets gebeurd; kijk of dit nog klopt.`,
  start: (items) => `Doe dit met ${items}`,
  will: {
    route: (items) => `Dit geeft ${items} aan het doel. Elke klant ziet meteen welk team eraan werkt, en wanneer die iets hoort.`,
    plan: (items) => `Dit zet ${items} in behandeling. Elke klant kan het plan meteen lezen.`,
    spam: (items) => `Dit haalt ${items} uit het zicht. Hun klanten horen niets, en er wordt niets verwijderd.`,
    unspam: (items) => `Dit brengt ${items} terug in de inbox.`,
    merge: (items) =>
      `Dit maakt er één van ${items}. Wat blijft, neemt de klanten van de andere mee: elk ziet hoe het verdergaat, en niemand de woorden van een ander.`,
  },
  into: 'Welk bericht blijft?',
  undoable: 'Berichten waarmee dit niet kan, worden overgeslagen. Daarna kun je het ongedaan maken.',
  at: (done, total) => `${done} van ${total}`,
  stop: 'Stop',
  undoing: 'Wordt ongedaan gemaakt …',
  done: {
    done: (count, written) => plural(count, '1 bericht gedaan.', `${written} berichten gedaan.`),
    cancelled: (_count, written, total) => `Gestopt na ${written} van ${total}.`,
    failed: (_count, written, total) => `Ging mis na ${written} van ${total}. Wat gedaan is, staat.`,
  },
  undone: (count, written) => plural(count, '1 bericht staat weer zoals het was.', `${written} berichten staan weer zoals ze waren.`),
  undoSkipped: (count, written) => plural(count, 'Eén is sindsdien veranderd, en blijft.', `${written} zijn sindsdien veranderd, en blijven.`),
  passedOver: (count, written) => plural(count, '1 overgeslagen', `${written} overgeslagen`),
  reasons: {
    same: (count, written) => plural(count, '1 stond daar al', `${written} stonden daar al`),
    answered: (count, written) => plural(count, '1 was beantwoord', `${written} waren beantwoord`),
    merged: (count, written) => plural(count, '1 was samengevoegd', `${written} waren samengevoegd`),
    spam: (count, written) => plural(count, '1 is spam', `${written} zijn spam`),
    'not-spam': (count, written) => plural(count, '1 is geen spam', `${written} zijn geen spam`),
    'other-goal': (count, written) => plural(count, '1 hoort bij een ander doel', `${written} horen bij een ander doel`),
    'has-merged': (count, written) => plural(count, 'in 1 zijn andere samengevoegd', `in ${written} zijn andere samengevoegd`),
    itself: () => 'het bericht dat blijft',
    erased: (count, written) => plural(count, '1 is door de klant gewist', `${written} zijn door hun klant gewist`),
    changed: (count, written) => plural(count, '1 is door iemand anders veranderd', `${written} zijn door iemand anders veranderd`),
  },
}
