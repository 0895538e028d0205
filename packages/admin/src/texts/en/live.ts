const plural = (count: number, one: string, more: string) => (count === 1 ? one : more)

export const live = {
  lost: 'No connection. What you see may be old, and what you do is kept until it is back.',
  waiting: (count: number) => plural(count, '1 act waits.', `${count} acts wait.`),
  back: 'The connection is back.',
  doneAfterAll: (count: number) => plural(count, 'What you did before is done after all.', `${count} acts from before are done after all.`),
  refusedAfterAll: (count: number) =>
    plural(count, 'One act from before could not be done any more. Look at the item again.', `${count} acts from before could not be done any more.`),
  looking: (count: number, names: string) => plural(count, `${names} is looking at this`, `${names} are looking at this`),
}

export const bulk = {
  names: {
    route: 'Give to a goal',
    plan: 'Choose the How',
    spam: 'Move to spam',
    unspam: 'Not spam',
    merge: 'Merge into one',
  },
  selected: (count: string) => `${count} selected`,
  all: (count: number | null, written: string) => (count === null ? 'All that this filter finds' : `All ${written} selected`),
  allMore: (written: string) => `All that this filter finds: more than ${written}`,
  selectShown: (count: string) => `Select the ${count} in the list`,
  selectAll: (count: string | null) => (count === null ? 'Select all that this filter finds' : `Select all ${count} that this filter finds`),
  selectAllMore: (count: string) => `Select all that this filter finds: more than ${count}`,
  more: 'Do with these',
  items: (count: number | null, written: string) => (count === null ? 'all of them' : plural(count, '1 item', `${written} items`)),
  itemsMore: (written: string) => `more than ${written} items`,
  recounted: (written: string) => `A colleague was first: this filter finds ${written} now. Nothing happened; see whether it is still what you want.`,
  start: (items: string) => `Do it with ${items}`,
  will: {
    route: (items: string) => `This gives ${items} to the goal. Each customer sees at once which team works on it, and by when they hear.`,
    plan: (items: string) => `This puts ${items} in progress. Each customer can read the plan at once.`,
    spam: (items: string) => `This moves ${items} out of sight. Their customers hear nothing, and nothing is deleted.`,
    unspam: (items: string) => `This brings ${items} back to the inbox.`,
    merge: (items: string) =>
      `This makes one of ${items}. The one that stays carries the others’ customers along: each sees how it goes on, and nobody another’s words.`,
  },
  into: 'Which one stays?',
  undoable: 'Items that this cannot be done with are passed over. Afterwards you can undo it.',
  at: (done: string, total: string) => `${done} of ${total}`,
  stop: 'Stop',
  undoing: 'Being undone …',
  done: {
    done: (count: number, written: string, _total: string) => plural(count, '1 item done.', `${written} items done.`),
    cancelled: (_count: number, written: string, total: string) => `Stopped after ${written} of ${total}.`,
    failed: (_count: number, written: string, total: string) => `Went wrong after ${written} of ${total}. What was done stands.`,
  },
  undone: (count: number, written: string) => plural(count, '1 item is back as it was.', `${written} items are back as they were.`),
  undoSkipped: (count: number, written: string) => plural(count, 'One was changed since, and stays.', `${written} were changed since, and stay.`),
  passedOver: (count: number, written: string) => plural(count, '1 passed over', `${written} passed over`),
  reasons: {
    same: (count: number, written: string) => plural(count, '1 stood there already', `${written} stood there already`),
    answered: (count: number, written: string) => plural(count, '1 was answered', `${written} were answered`),
    merged: (count: number, written: string) => plural(count, '1 was merged', `${written} were merged`),
    spam: (count: number, written: string) => plural(count, '1 is spam', `${written} are spam`),
    'not-spam': (count: number, written: string) => plural(count, '1 is no spam', `${written} are no spam`),
    'other-goal': (count: number, written: string) => plural(count, '1 belongs to another goal', `${written} belong to another goal`),
    'has-merged': (count: number, written: string) => plural(count, '1 has others merged into it', `${written} have others merged into them`),
    itself: (_count: number, _written: string) => 'the one that stays',
    erased: (count: number, written: string) => plural(count, '1 was erased by its customer', `${written} were erased by their customers`),
    changed: (count: number, written: string) => plural(count, '1 was changed by somebody else', `${written} were changed by somebody else`),
  },
}
