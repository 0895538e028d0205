import type { RoutingClause, RoutingEffects } from '@klankbord/shared/routing'

/** In order: the first that fits decides. */
export const rules: { goal: string; when: RoutingClause[]; effects?: RoutingEffects }[] = [
  {
    goal: 'invoices',
    when: [
      {
        field: 'message',
        op: 'contains',
        value: ['factuur', 'incasso', 'afgeschreven in', 'aanmaning', 'invoice', 'direct debit', 'per kwartaal betalen'],
      },
    ],
  },
  {
    goal: 'language',
    when: [{ field: 'message', op: 'contains word', value: ['English', 'Engels', 'only in Dutch', 'my Dutch', 'Dutch only', 'taal'] }],
  },
  { goal: 'home', when: [{ field: 'pageUrl', op: 'starts with', value: '/monteur-aan-huis' }] },
  { goal: 'shop', when: [{ field: 'pageUrl', op: 'starts with', value: '/winkel' }] },
  { goal: 'app', when: [{ field: 'pageUrl', op: 'starts with', value: '/app' }] },
  { goal: 'zernike', when: [{ field: 'attributes.werkplaats', op: 'is', value: 'zernike' }] },
  { goal: 'oosterpoort', when: [{ field: 'attributes.werkplaats', op: 'is', value: 'oosterpoort' }] },
  { goal: 'app', when: [{ field: 'message', op: 'contains word', value: ['app', 'inloggen', 'log in', 'wachtwoord'] }] },
  // Who stands without a bicycle is helped before the others.
  { goal: 'service', when: [{ field: 'message', op: 'contains', value: ['gestolen', 'stolen'] }], effects: { priority: 'high' } },
  {
    goal: 'service',
    when: [
      {
        field: 'message',
        op: 'contains',
        value: ['opzegg', 'cancel', 'contributie', 'lidmaatschap', 'in de wacht', 'ledenavond'],
      },
    ],
  },
  { goal: 'fleet', when: [{ field: 'pageUrl', op: 'starts with', value: '/abonnement' }] },
  { goal: 'service', when: [{ field: 'pageUrl', op: 'starts with', value: '/leden' }] },
  { goal: 'zernike', when: [{ field: 'message', op: 'contains word', value: ['Zernike', 'campus', 'snelbalie', 'quick desk'] }] },
  {
    goal: 'oosterpoort',
    when: [{ field: 'message', op: 'contains word', value: ['Oosterpoort', 'reparatie', 'gerepareerd', 'repair', 'repaired', 'leenfiets'] }],
  },
  { goal: 'home', when: [{ field: 'message', op: 'contains word', value: ['monteur', 'mechanic', 'aan huis'] }] },
  {
    goal: 'shop',
    when: [{ field: 'message', op: 'contains word', value: ['besteld', 'bestelling', 'ordered', 'pakketje', 'voorraad', 'in stock'] }],
  },
  {
    goal: 'fleet',
    when: [
      {
        field: 'message',
        op: 'contains word',
        value: ['licht', 'lamp', 'light', 'rem', 'remmen', 'brakes', 'zadel', 'accu', 'bakfiets', 'kinderzitje', 'abonnement'],
      },
    ],
  },
  {
    goal: 'service',
    when: [
      {
        any: [
          { field: 'message', op: 'contains word', value: ['lid', 'leden', 'borg', 'deposit', 'telefoon', 'bellen'] },
          { field: 'pageUrl', op: 'starts with', value: '/demo/contact' },
        ],
      },
    ],
  },
]
