import { parentPort, workerData } from 'node:worker_threads'
import Holidays from 'date-holidays'

/*
 * A thread that works out the public holidays of some years and ends: what it needs for that (the rules of all countries, the moon) takes 26 MB and a third of a second, which nobody
 * else should wait for or keep. JavaScript, since Node loads a thread's file itself, from the source and from the build alike.
 */

const { country, region, years } = workerData
const calendar = region ? new Holidays(country, region) : new Holidays(country)

/** @param {number} year @param {string} language */
const publicIn = (year, language) => calendar.getHolidays(year, language).filter(({ type }) => type === 'public')

/** @param {number} year */
function daysOf(year) {
  const english = new Map(publicIn(year, 'en').map(({ date, name }) => [date, name]))
  return publicIn(year, 'nl').map(({ date, name }) => ({ date: date.slice(0, 10), nl: name, en: english.get(date) ?? name }))
}

parentPort?.postMessage(years.map((/** @type {number} */ year) => ({ year, days: daysOf(year) })))
