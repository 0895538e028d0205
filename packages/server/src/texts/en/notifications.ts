import type { notifications as dutch } from '../nl/notifications.ts'

export const notifications: typeof dutch = {
  subject: {
    one: (said, words) => (words ? `${said}: ${words}` : said),
    several: (count) => `${count} notifications from Klankbord`,
    day: (count) => (count === 1 ? 'Your notification of the past day' : `Your ${count} notifications of the past day`),
  },
  opening: { single: 'This asks for your attention:', daily: 'This came in for you over the past day, and you have not read it yet:' },
  says: {
    'due-soon': (count) => (count === 1 ? 'A promise is due soon' : `${count} promises are due soon`),
    overdue: (count, step) =>
      `${count === 1 ? 'A promise was not kept' : `${count} promises were not kept`}${
        step === 'lead' ? ', and you lead the team' : step === 'above' ? ', and your goal is the one above' : ''
      }`,
    'to-route': (count) =>
      count === 1 ? 'One voice has waited for a goal longer than a day' : `${count} voices have waited for a goal longer than a day`,
    mention: (_, __, by) => `${by ?? 'A colleague'} names you in a note`,
    assigned: (count, _, by) =>
      count === 1 ? `${by ?? 'A colleague'} gave your goal a voice` : `${by ?? 'A colleague'} gave your goal ${count} voices`,
    message: (count) => (count === 1 ? 'A customer wrote back' : `${count} customers wrote back`),
    reopened: (count) => (count === 1 ? 'A customer said that it did not help' : `${count} customers said that it did not help`),
  },
  by: (day) => `Promised: by ${day}.`,
  open: 'Open in Klankbord',
  all: 'See all notifications',
  more: (count) => `And ${count} more.`,
  because:
    'You get this mail because you have an account with Klankbord. Under Notifications you choose to get them one by one, once a day, or not by mail.',
  stop: 'Stop these mails',
  stopped: {
    title: 'No notifications by mail any more?',
    ask: (organisation) => `Then ${organisation} no longer mails you notifications. You still see them in the app.`,
    stop: 'Stop these mails',
    doneTitle: 'You get no notifications by mail any more',
    done: (organisation) => `${organisation} no longer mails you notifications. They still stand in the app.`,
    again: 'Send them to me again after all',
    resumedTitle: 'You get your notifications by mail again',
    resumed: (organisation) => `${organisation} sends them to you once a day, together in one letter.`,
  },
}
