/** The promise of an item. */
export const promises = {
  paused: (day: string) => `Standing still since ${day}: the customer was asked something. Once they answer, it goes on with the time that was left.`,
  asked: (day: string) => `Waiting for the customer’s answer since ${day}.`,
  moves: 'New dates',
  moved: (from: string, to: string) => `${from} became ${to}`,
  move: 'Give a new date',
  steps: 'Brought to',
  step: {
    'due-soon': 'due soon',
    owner: 'not kept, as owner of the goal',
    lead: 'not kept, as lead of the team',
    above: 'not kept, as owner of the goal above',
    'to-route': 'waits to be routed',
  } as Record<string, string>,
}
