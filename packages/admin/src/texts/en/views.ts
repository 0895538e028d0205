export const coverage = {
  title: 'Coverage',
  lead: 'Who has a goal that helps the organisation, and what is still missing.',
  of: 'Of whom',
  everyone: 'The whole organisation',
  sentence: (reached: string, people: string, count: number) =>
    count === 1
      ? `of the one colleague has a goal that reaches the top in one unbroken chain.`
      : `of colleagues have a goal that reaches the top in one unbroken chain: ${reached} of ${people}.`,
  definition: 'A goal of your own or of your team counts, once it is agreed and as long as it has not ended; so does each goal that it helps.',
  nobody: 'There are no colleagues here yet.',
  nobodyHere: 'nobody in it',
  none: 'None: fine',
  gapsLabel: 'What is missing',
  byTeam: 'By team',
  byTeamLead: 'Each team with all below it: how many colleagues have a goal that reaches the top, and what is missing.',
  noTeams: 'No teams here.',
  below: (team: string) => `Teams below ${team}`,
  outOf: (reached: string, people: string) => `${reached} of ${people} with a goal`,
  complete: 'complete',
  ownGoalMissing: 'no goal of its own',
  ofPeople: 'Colleagues and teams',
  ofGoals: (count: number) => (count === 1 ? '1 goal under way' : `${count} goals under way`),
  allDone: 'Nothing is missing here.',
  noTeam: 'in no team yet',
  giveTeam: 'Give them a team',
  addFor: (team: string) => `Add a goal for ${team}`,
  also: (marks: string) => `Also: ${marks}`,
  colleagues: (count: number) => (count === 1 ? '1 colleague' : `${count} colleagues`),
  people: {
    'no-goal': {
      name: 'Colleagues without a goal',
      mend: (_since: string) => 'Neither they nor a team of theirs has one. Agree on one with their team, or give them a team.',
    },
    'not-reaching': {
      name: 'Colleagues whose goal hangs loose',
      mend: (_since: string) => 'They have a goal, but it helps none that reaches the top. Choose which larger goal it helps.',
    },
  },
  teams: { name: 'Teams without a goal', mend: (_since: string) => 'Begin with one small goal that the team can influence.' },
  goals: {
    loose: {
      name: 'Goals that hang loose',
      mark: 'loose',
      mend: (_since: string) => 'No unbroken chain leads to a goal of the top. Open one and choose which larger goal it helps.',
    },
    'no-measure': {
      name: 'Goals without a measure',
      mark: 'without measure',
      mend: (_since: string) => 'Nobody can see whether it gets better. Open one and add a number to follow.',
    },
    'no-feedback': {
      name: 'Goals without feedback',
      mark: 'without feedback',
      mend: (since: string) =>
        `Customers have said nothing that belongs here since ${since}. Look at the words under “Which feedback belongs here?”, and at the routing rules.`,
    },
    'no-initiative': {
      name: 'Goals with feedback, without a How',
      mark: 'without How',
      mend: (since: string) => `There is feedback since ${since}, and the team has not planned or started anything for it.`,
    },
    'no-owner': {
      name: 'Goals without an owner',
      mark: 'without owner',
      mend: (_since: string) => 'Nobody answers for it, perhaps because its owner has left. Open one and choose who does.',
    },
  },
}

export const story = {
  title: 'Story',
  lead: 'One page to show to all colleagues: why, what contributes to it, and what customers say.',
  of: 'The story of',
  organisation: 'The whole organisation',
  frame: 'The story as it is shown and printed',
  print: 'Print',
  share: 'Share',
  teamPage: 'Team page',
  fullScreen: 'Large',
}

export const sharing = {
  story: {
    title: 'Share this story',
    lead: 'Whoever has the link can read the story without an account, as it stands at that moment. Customers’ names and addresses are not in it.',
    revoked: 'The link is revoked: it opens nothing any more.',
  },
  'team-page': {
    title: 'Team page',
    lead: 'For colleagues who have no desk: with this link they see the goals, the compliments and the open voices on a phone or a shared screen, and propose a How under their first name. Names and addresses of customers are not on it.',
    revoked: 'The link is revoked: it opens nothing any more.',
  },
  make: 'Make a link',
  link: 'Link',
  by: (name: string, day: string) => `Made by ${name || 'an API key'} on ${day}`,
  open: 'Open',
  code: 'QR code of the team page',
  poster: 'Print as a poster',
  renew: 'New link',
  renewTitle: 'Make a new link?',
  renewText: 'The link that there is now stops at once, also on posters and screens.',
  revoke: 'Revoke',
  revokeTitle: 'Revoke the link?',
  revokeText: 'It stops at once, for everybody who has it. You can make another one later.',
}
