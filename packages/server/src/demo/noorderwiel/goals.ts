import type { GoalEnd } from '@klankbord/shared/goals'
import { membersGoals } from './goals-members.ts'
import { onlineGoals } from './goals-online.ts'
import { supportGoals } from './goals-support.ts'
import { workshopsGoals } from './goals-workshops.ts'

/** The What: agreed with the level above. */
export interface DemoGoal {
  key: string
  team: string
  /** Set when it belongs to one person in the team. */
  member?: string
  /** Who answers for it; the team's lead unless told. */
  owner?: string
  parent: string | null
  title: string
  target?: string
  /** Of the calendar, around now: the running one, the quarter before it, or the next. */
  period?: 'year' | 'half' | 'quarter' | 'before' | 'next'
  why: string
  replyWithinDays?: number
  intake?: string
  /** What customers read; nothing unless told. */
  public?: { title: string; text: string }
  ended?: { state: GoalEnd; daysAgo: number; lookBack: string }
  /** Still waits for the other side. */
  proposed?: { daysAgo: number; by?: string }
}

/** The goals that customers speak of. */
const heard: DemoGoal[] = [
  {
    key: 'company',
    team: 'noorderwiel',
    parent: null,
    title: 'Iedereen in en om Groningen fietst zonder gedoe',
    target: 'Ledentevredenheid van een 8,5',
    period: 'year',
    why: 'Wij zijn van onze leden. Zij richtten Noorderwiel op omdat een fiets die het doet het verschil maakt tussen meedoen en thuisblijven. Alles wat wij doen is daaraan af te meten.',
    replyWithinDays: 10,
    intake: 'Wat over heel Noorderwiel gaat: onze koers, onze plek in de stad, de ledenraad.',
    public: { title: 'Fietsen zonder gedoe', text: 'Daar zijn we voor opgericht, en daar mag je ons aan houden.' },
  },
  {
    key: 'workshops',
    team: 'workshops',
    parent: 'company',
    title: 'Een kapotte fiets rijdt binnen twee werkdagen weer',
    target: '90 % binnen twee werkdagen',
    period: 'year',
    why: 'Wie zonder fiets zit, mist de trein, de les of de dienst. Twee dagen is te overbruggen; een week niet.',
    replyWithinDays: 5,
    intake: 'Wat alle werkplaatsen samen aangaat: openingstijden, prijzen van reparaties, garantie.',
    public: { title: 'Je fiets snel weer op de weg', text: 'Binnen twee werkdagen, bij welke werkplaats je ook binnenkomt.' },
  },
  {
    key: 'members',
    team: 'members',
    parent: 'company',
    title: 'Elk lid weet waar het aan toe is',
    target: 'Hoogstens 1 op de 20 leden belt over een afspraak',
    period: 'year',
    why: 'Een coöperatie werkt alleen als leden begrijpen wat ze krijgen, wat het kost en wie erover gaat.',
    replyWithinDays: 5,
    intake: 'Lidmaatschap en voorwaarden in het algemeen.',
    public: { title: 'Weten waar je aan toe bent', text: 'Duidelijke afspraken, in gewone taal.' },
  },
  {
    key: 'digital',
    team: 'digital',
    parent: 'company',
    title: 'Wat je zelf wilt regelen, kun je zelf regelen',
    target: '70 % van de vragen online afgehandeld',
    period: 'year',
    why: 'Elke vraag die online in een minuut kan, geeft een monteur of een collega tijd voor iemand die echt hulp nodig heeft.',
    replyWithinDays: 5,
    intake: 'Online in het algemeen.',
    public: { title: 'Zelf regelen, wanneer jij wilt', text: 'En een mens aan de lijn voor wie dat liever heeft.' },
  },
  {
    key: 'oosterpoort',
    team: 'oosterpoort',
    parent: 'workshops',
    title: 'In de Oosterpoort is een reparatie klaar op de beloofde dag',
    target: '90 % klaar op de beloofde dag',
    period: 'half',
    why: 'Een dag beloven en hem niet halen is erger dan een dag later beloven. Leden regelen hun week om onze belofte heen.',
    replyWithinDays: 3,
    intake: 'Reparaties in de Oosterpoort: wanneer ze klaar zijn, wat ze kosten, hoe je het hoort; leenfietsen; de mensen daar.',
    public: { title: 'Klaar op de dag die we beloven', text: 'En wordt het toch anders, dan hoor je dat vóór je op pad gaat.' },
  },
  {
    key: 'zernike',
    team: 'zernike',
    parent: 'workshops',
    title: 'Op Zernike ben je binnen een kwartier geholpen',
    target: 'Hoogstens 15 minuten wachten, ook tussen de middag',
    period: 'half',
    why: 'Studenten komen tussen twee colleges. Een kwartier past daartussen, drie kwartier niet.',
    replyWithinDays: 3,
    intake: 'De werkplaats op de campus: wachttijd, drukte, de balie, zelf repareren.',
    public: { title: 'Binnen een kwartier geholpen op Zernike', text: 'Ook tussen de middag.' },
  },
  {
    key: 'home',
    team: 'home',
    parent: 'workshops',
    title: 'De monteur aan huis komt in het afgesproken uur',
    target: '95 % in het afgesproken uur',
    period: 'half',
    why: 'Wie ons thuis laat komen kan vaak niet anders: werk, kinderen, een lijf dat niet meewerkt. Hun tijd is niet gratis.',
    replyWithinDays: 2,
    intake: 'De monteur aan huis: tijdvakken, te laat of niet gekomen, het gebied waar we rijden.',
    public: { title: 'De monteur komt in het afgesproken uur', text: 'Met een belletje als hij onderweg is.' },
  },
  {
    key: 'fleet',
    team: 'fleet',
    parent: 'members',
    title: 'Elke abonnementsfiets is veilig en past bij wie erop rijdt',
    target: 'Geen fiets langer dan twee dagen met kapot licht',
    period: 'year',
    why: '4.100 mensen vertrouwen elke dag op een fiets van ons. Licht dat uitvalt of een zadel dat te hoog staat is dan geen detail.',
    replyWithinDays: 4,
    intake: 'Abonnementsfietsen zelf: licht, remmen, maat, zadel, kinderzitjes, bakfietsen; wat het abonnement dekt.',
    public: { title: 'Een veilige fiets die bij je past', text: 'Voor iedereen, van 1,50 m tot 2,05 m.' },
  },
  {
    key: 'service',
    team: 'service',
    parent: 'members',
    title: 'Binnen één werkdag een antwoord van een mens',
    target: '95 % binnen één werkdag',
    period: 'quarter',
    why: 'Wie ons belt of schrijft zit ergens mee. Een naam en een antwoord helpen meer dan een keuzemenu.',
    replyWithinDays: 2,
    intake: 'Lid worden en opzeggen, contributie, diefstal, borg, bereikbaarheid, ledenavonden.',
    public: { title: 'Snel antwoord van een mens', text: 'Met een naam eronder.' },
  },
  {
    key: 'invoices',
    team: 'service',
    member: 'yvonne',
    parent: 'members',
    title: 'Een factuur die je in één keer begrijpt',
    target: 'De helft minder telefoontjes over facturen',
    period: 'half',
    why: 'Een op de vier telefoontjes ging over een factuur. Dat is niet de schuld van de beller.',
    replyWithinDays: 4,
    intake: 'Facturen, incasso, betalen, aanmaningen, btw.',
    public: { title: 'Een factuur die je begrijpt', text: 'Eén A4, gewone woorden.' },
  },
  {
    key: 'app',
    team: 'app',
    parent: 'digital',
    title: 'Een afspraak in drie tikken, op elke telefoon',
    target: '8 van de 10 afspraken via de app',
    period: 'year',
    why: 'Wie online vastloopt gaat bellen, en wie belt staat in de wacht. Dat kost iedereen tijd.',
    replyWithinDays: 5,
    intake: 'De app en de website: afspraken, inloggen, meldingen, fouten.',
    public: { title: 'Een afspraak in drie tikken', text: 'Op elke telefoon, ook een oude.' },
  },
  {
    key: 'language',
    team: 'app',
    member: 'niels',
    parent: 'digital',
    title: 'Wie geen Nederlands spreekt, redt zich hier net zo goed',
    target: 'Alles wat je tekent, ook in het Engels',
    period: 'year',
    why: 'Een kwart van de stad komt van elders. Zij tekenen nu contracten die ze niet kunnen lezen.',
    replyWithinDays: 5,
    intake: 'Taal: Engels op de site, in de app, in brieven, in de werkplaats.',
    public: { title: 'Just as welcome in English', text: 'Contract, website, texts and desk.' },
  },
  {
    key: 'shop',
    team: 'shop',
    parent: 'digital',
    title: 'Onderdelen liggen er wanneer je ze nodig hebt',
    target: '95 % van wat op de site staat, ligt er',
    period: 'half',
    why: 'Een binnenband die “op voorraad” is maar niet komt, is erger dan eerlijk “volgende week”.',
    replyWithinDays: 4,
    intake: 'De webwinkel: voorraad, bestellingen, bezorgen, ophalen, retour.',
    public: { title: 'Het onderdeel dat je nodig hebt, als je het nodig hebt', text: 'Wat op de site staat, ligt er.' },
  },
]

/** Those above come first. */
export const goals: DemoGoal[] = [...heard, ...membersGoals, ...workshopsGoals, ...onlineGoals, ...supportGoals]
