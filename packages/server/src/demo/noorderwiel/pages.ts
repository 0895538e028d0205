/** From which pages of the company's site people write about a goal, and what the site sends along. */
export const SITE_ADDRESS = 'https://www.noorderwiel.example'

export interface Whereabouts {
  /** Chosen from by chance. */
  paths: string[]
  attributes: Record<string, string>
  /** Beside an attribute such as an order's number, which is made up. */
  numbered?: { name: string; prefix: string }
}

const elsewhere: Whereabouts = { paths: ['/', '/over-ons', '/contact'], attributes: {} }

const known: Record<string, Whereabouts> = {
  oosterpoort: {
    paths: ['/werkplaatsen/oosterpoort', '/reparatie', '/werkplaatsen'],
    attributes: { werkplaats: 'oosterpoort' },
    numbered: { name: 'opdracht', prefix: 'R' },
  },
  zernike: { paths: ['/werkplaatsen/zernike', '/werkplaatsen'], attributes: { werkplaats: 'zernike' } },
  home: { paths: ['/monteur-aan-huis', '/monteur-aan-huis/afspraak'], attributes: {}, numbered: { name: 'bezoek', prefix: 'B' } },
  fleet: { paths: ['/abonnement', '/abonnement/mijn-fiets', '/abonnement/voorwaarden'], attributes: {}, numbered: { name: 'fiets', prefix: 'NW' } },
  service: { paths: ['/leden', '/leden/mijn-gegevens', '/leden/opzeggen', '/contact'], attributes: {} },
  invoices: { paths: ['/leden/facturen'], attributes: {}, numbered: { name: 'factuur', prefix: 'F' } },
  app: { paths: ['/app', '/app/afspraak'], attributes: {} },
  language: { paths: ['/en', '/en/subscription', '/en/contact'], attributes: {} },
  shop: { paths: ['/winkel', '/winkel/onderdelen', '/winkel/bestelling'], attributes: {}, numbered: { name: 'orderId', prefix: 'W' } },
}

export const whereaboutsOf = (goal: string | null) => known[goal ?? ''] ?? elsewhere
