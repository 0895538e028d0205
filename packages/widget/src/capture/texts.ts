/** The words of the dialog in which a customer hides things in a picture. `{n}` is a number. */
export interface CaptureTexts {
  title: string
  help: string
  keys: string
  picture: string
  brush: string
  undo: string
  use: string
  cancel: string
  hidden: string
  failed: string
}

/** Dutch says "je" to the customer. */
export const nl: CaptureTexts = {
  title: 'Wat mag niemand zien?',
  help: 'Sleep over wat je wilt verbergen. Het wordt uit de afbeelding gehaald, voorgoed.',
  keys: 'Met toetsen: pijltjes verplaatsen het vak, Shift met pijltjes maakt het groter of kleiner, Enter verbergt wat eronder staat.',
  picture: 'De afbeelding',
  brush: 'Kwast',
  undo: 'Ongedaan maken',
  use: 'Deze afbeelding gebruiken',
  cancel: 'Annuleren',
  hidden: 'Verborgen plekken: {n}',
  failed: 'Deze afbeelding lukt niet. Probeer een andere.',
}

export const en: CaptureTexts = {
  title: 'Anything nobody should see?',
  help: 'Drag over what you want to hide. It is taken out of the picture for good.',
  keys: 'With keys: arrows move the box, Shift with arrows makes it larger or smaller, Enter hides what is under it.',
  picture: 'The picture',
  brush: 'Brush',
  undo: 'Undo',
  use: 'Use this picture',
  cancel: 'Cancel',
  hidden: 'Hidden places: {n}',
  failed: 'This picture does not work. Try another one.',
}
