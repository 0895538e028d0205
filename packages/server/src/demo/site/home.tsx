import { Icon, Skyline } from './drawings.tsx'
import { renderSite } from './frame.tsx'

/** The front page of the sample company. */
export const renderSiteHome = (siteKey: string) =>
  renderSite({ title: 'Noorderwiel, fietscoöperatie van Groningen', path: '/demo', siteKey, children: <Home /> })

const Home = () => (
  <>
    <section class="hero">
      <div>
        <h1>Altijd een fiets die het doet.</h1>
        <p class="lead">
          Noorderwiel is de fietscoöperatie van Groningen. Je rijdt op onze fiets of op die van jezelf; wij zorgen dat hij rijdt. En omdat we van onze
          leden zijn, heb jij er iets over te zeggen.
        </p>
        <p class="actions">
          <a class="button" href="#abonnement">
            Lid worden vanaf € 9
          </a>
          <a class="button quiet" href="#werkplaatsen">
            Maak een afspraak
          </a>
        </p>
      </div>
      <Skyline />
    </section>

    <Plans />
    <Workshops />
    <Members />

    <section class="band">
      <div>
        <h2>Ging er iets mis?</h2>
        <p>Zeg het gewoon. Je ziet meteen welk team het oppakt en wanneer je iets hoort, en later wat we eraan gedaan hebben.</p>
      </div>
      <button class="button light" type="button" data-klankbord-open="complaint">
        Vertel wat er misging
      </button>
    </section>
  </>
)

const plans = [
  {
    icon: 'spanner',
    name: 'Eigen fiets',
    price: '9',
    items: ['Alle reparaties, ook banden', 'Klaar op de dag die we beloven', 'Leenfiets zolang wij sleutelen'],
  },
  {
    icon: 'wheel',
    name: 'Onze fiets',
    price: '22',
    items: ['Een fiets die bij je past', 'Reparaties en diefstal gedekt', 'Elke maand opzegbaar of op pauze'],
  },
  {
    icon: 'van',
    name: 'Met bakfiets',
    price: '64',
    items: ['Elektrische bakfiets', 'Delen met de buren kan', 'Monteur aan huis, in een vak van één uur'],
  },
] as const

const Plans = () => (
  <section id="abonnement">
    <h2>Kies hoe je fietst</h2>
    <ul class="plans">
      {plans.map(({ icon, name, price, items }) => (
        <li class="plan">
          <Icon of={icon} />
          <h3>{name}</h3>
          <p class="price">
            <strong>€ {price}</strong> per maand
          </p>
          <ul>
            {items.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  </section>
)

const workshops = [
  {
    name: 'Oosterpoort',
    where: 'Meeuwerderweg, onder de plataan',
    hours: 'ma t/m vr 8–18 uur, za 9–17 uur',
    note: 'Donderdag tot 21 uur, met goede koffie.',
  },
  { name: 'Zernike', where: 'Op de campus, naast de bushalte', hours: 'ma t/m vr 8–18 uur', note: 'Snelbalie voor alles onder de vijf minuten.' },
  { name: 'Aan huis', where: 'In de stad, Haren en Hoogkerk', hours: 'ma t/m vr 8–17 uur', note: 'Dinsdag en donderdag tot 21 uur.' },
]

const Workshops = () => (
  <section id="werkplaatsen">
    <h2>Waar je ons vindt</h2>
    <ul class="places">
      {workshops.map(({ name, where, hours, note }) => (
        <li>
          <h3>{name}</h3>
          <p>{where}</p>
          <p class="hours">{hours}</p>
          <p>{note}</p>
        </li>
      ))}
    </ul>
  </section>
)

const quotes = [
  ['Sms om vijf over acht: “je fiets is klaar”. Om kwart voor negen zat ik erop. Zo hoort het.', 'Geertje, lid sinds 2019'],
  ['The quick desk is the best thing that happened to this campus since the coffee truck.', 'Ravi, student'],
  ['Ik ben 76. Dat er iemand naar míj komt, daar word ik gewoon blij van.', 'Hennie, lid van het eerste uur'],
]

const Members = () => (
  <section id="leden">
    <h2>Wat leden zeggen</h2>
    <ul class="quotes">
      {quotes.map(([words, who]) => (
        <li>
          <blockquote>
            <p>{words}</p>
          </blockquote>
          <p class="who">{who}</p>
        </li>
      ))}
    </ul>
  </section>
)
