import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'

/*
 * A thread that answers questions which look at many rows, so that whoever sends or reads something small does not wait for them. JavaScript,
 * since Node loads a thread's file itself, from the source and from the build alike.
 */

const database = new Sqlite(workerData.path, { timeout: workerData.busyMs, fileMustExist: true, readonly: true })

/** @type {Map<string, Sqlite.Statement>} */
const prepared = new Map()

/** @param {string} text */
function prepare(text) {
  const known = prepared.get(text)
  if (known) return known
  if (prepared.size >= 100) prepared.clear()
  const statement = database.prepare(text).raw(true)
  prepared.set(text, statement)
  return statement
}

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort)

port.on('message', (/** @type {'close' | { sql: string, parameters: unknown[] }} */ message) => {
  if (message === 'close') {
    database.close()
    port.close()
    return
  }
  try {
    const statement = prepare(message.sql)
    const names = statement.columns().map(({ name }) => name)
    port.postMessage({ names, lists: statement.all(message.parameters), refused: null })
  } catch (error) {
    port.postMessage({ names: [], lists: [], refused: { message: error.message, code: error.code } })
  }
})
