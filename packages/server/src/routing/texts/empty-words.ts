/** Words that say nothing of what somebody writes about: Dutch, English, German, French. Without accents. */
export const emptyWords: ReadonlySet<string> = new Set(
  `aan als altijd alleen alles been ben bent bij dan dat deze die dit doen door dus een eens eerst elke elk enkele erg even gaan gaat geen goed graag had heb hebben heeft heel
  het hier hij hoe hun iedere iets ik is jij jullie jouw kan keer kon kunnen kunt maar mag meer men met mij mijn misschien moest moet moeten naar net niet niets nog nooit nu ook
  omdat ons onze ook over paar precies staat steeds te toch toen tot uit uw van vandaag veel vind voor vraag waar waarom waren was wat weer wel welke werd wij wil willen worden
  wordt zeer zelf stond staan vorig vorige nieuw nieuwe week weken maand dag dagen jaar keren gisteren morgen zien zij zijn zonder zou zouden zo
  able about after all also always and any are because been being but can could did does doing done dont for from get gets got had has have her here him his how into its just
  like made make many more most much must need never not now off one only other our out over please really she should since some still such than thank thanks that the their
  them then there these they thing this those time too under until use very want was way well were what when where which while who why will with would you your
  aber alle alles als also andere auch auf aus bei bin bis bitte dann das dass dem den der des dich die dies diese dieser doch dort durch ein eine einem einen einer eines
  fur gibt habe haben hat hatte hier ich ihr ihre immer ist jetzt kann kein keine konnen konnte mal man mehr mein meine mich mir mit muss nach nicht nichts noch nur oder ohne
  schon sehr sein seine seit sich sie sind soll uber und uns unser unter vom von vor war waren warum was weil wenn werden wie wieder wir wird wurde zum zur
  ainsi alors apres assez aussi autre avec avez avoir beaucoup bien car ceci cela ces cet cette chez comme dans deja depuis des deux donc elle elles encore entre est etait etre
  eux fait faire fois ils jamais les leur lui mais mes meme merci moi mon nos notre nous par parce pas peu peut plus pour pourquoi quand que quel quelle qui quoi sans sera ses
  son sont sous sur tous tout toute toutes tres trop une vos votre vous`.split(/\s+/),
)
