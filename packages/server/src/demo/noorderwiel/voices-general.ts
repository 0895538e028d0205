import type { Voices } from './voices.ts'

/** What fits no rule, so that a colleague chooses the goal; and what is no feedback at all. */
export const general: Voices[] = [
  {
    goal: null,
    said: `
5 idea nl | Zet eens een bankje neer bij de pomp aan het Hereplein. Voor wie even op adem wil komen.
4 compliment nl 5 | Ik wil gewoon even zeggen dat ik blij ben dat jullie bestaan.
4 complaint nl 2 | Jullie busje stond vanmorgen dubbel geparkeerd in de Nieuwe Ebbingestraat, half op het fietspad. Uitgerekend jullie.
3 idea en | You should sponsor the youth cycling club in Beijum. They ride on bikes that are older than the kids' parents.
3 question nl | Doen jullie mee aan de Nacht van Groningen? Vorig jaar stonden jullie er met die lichtjesfiets.
2 compliment en | The mural on your wall makes my commute better. Who painted it?
2 complaint nl 3 | Die nieuwe reclame met “trap jezelf gelukkig” vind ik een beetje flauw. De vorige was leuker.
2 idea nl | Maak een kaart met alle plekken in de provincie waar je water kunt tappen en je band kunt oppompen.
1 question nl | Nemen jullie ook stagiairs van 15? Mijn zoon zoekt een snuffelstage en is gek op techniek.
1 idea nl | Een tegoedbon om cadeau te doen. Mijn zus wordt 40 en haar Gazelle ook.
1 complaint en 2 | The playlist on your float at the parade was so loud that my baby cried the whole way home.
0 question nl | Ik ben van de wijkkrant Paddepoel en zou jullie graag interviewen. Bij wie moet ik zijn?
`,
  },
  {
    goal: null,
    fate: 'spam',
    said: `
37 question en | Dear Sir, we can bring your company on the first page of the search results in 7 days, guaranteed. Reply for our best price list.
15 compliment en | Great site! Earn extra from home with our crypto course, only this week 80% off, link in bio.
`,
  },
]
