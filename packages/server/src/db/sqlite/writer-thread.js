import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'

/*
 * A thread that writes groups of changes to an SQLite file, so that neither the inserts nor the wait for the disk holds up those who ask
 * something. JavaScript, since Node loads a thread's file itself, from the source and from the build alike.
 */

const database = new Sqlite(workerData.path, { timeout: workerData.busyMs, fileMustExist: true })
database.pragma('synchronous = full')
database.pragma('foreign_keys = on')

/** @type {Map<string, Sqlite.Statement>} */
const prepared = new Map()

/** @param {string} text */
function prepare(text) {
  const known = prepared.get(text)
  if (known) return known
  if (prepared.size >= 100) prepared.clear()
  const statement = database.prepare(text)
  prepared.set(text, statement)
  return statement
}

const writeAll = database.transaction((/** @type {{ texts: string[], changes: [number, unknown[]][] }} */ { texts, changes }) => {
  const statements = texts.map(prepare)
  for (const [place, parameters] of changes) statements[place]?.run(parameters)
})

parentPort?.on('message', (/** @type {string} */ message) => {
  if (message === 'close') {
    database.close()
    parentPort?.close()
    return
  }
  try {
    writeAll(JSON.parse(message))
    parentPort?.postMessage(null)
  } catch (error) {
    parentPort?.postMessage({ message: error.message, code: error.code })
  }
})
