import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'

/*
 * A thread that writes groups of changes to an SQLite file, so that neither the inserts nor the wait for the disk holds up those who ask
 * something. JavaScript, since Node loads a thread's file itself, from the source and from the build alike.
 */

const database = new Sqlite(workerData.path, { timeout: workerData.busyMs, fileMustExist: true })
database.pragma('synchronous = full')
database.pragma(`wal_autocheckpoint = ${workerData.checkpointPages}`)
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

/** Most groups that share a commit, so that none waits long for the others. */
const MOST = 32

/** @typedef {{ texts: string[], changes: [number, unknown[]][] }} Group */

/** @param {string} group */
function write(group) {
  const { texts, changes } = /** @type {Group} */ (JSON.parse(group))
  const statements = texts.map(prepare)
  for (const [place, parameters] of changes) statements[place]?.run(parameters)
}

const writeAll = database.transaction((/** @type {string[]} */ groups) => groups.forEach(write))

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort)

/**
 * The group and those that wait behind it. Those that come while these are written are the next transaction: who waits for all of them leaves
 * those who make them with nothing to do.
 *
 * @param {string} first
 */
function groupsFrom(first) {
  const groups = [first]
  while (groups.length < MOST) {
    const next = receiveMessageOnPort(port)
    if (!next) break
    groups.push(next.message)
  }
  return groups
}

port.on('message', (/** @type {string} */ message) => {
  if (message === 'close') {
    database.close()
    port.close()
    return
  }
  const groups = groupsFrom(message)
  try {
    writeAll(groups)
    port.postMessage({ groups: groups.length, refused: null })
  } catch (error) {
    port.postMessage({ groups: groups.length, refused: { message: error.message, code: error.code } })
  }
})
