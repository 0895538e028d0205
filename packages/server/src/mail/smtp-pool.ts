import SMTPConnection from 'nodemailer/lib/smtp-connection'

type Options = ConstructorParameters<typeof SMTPConnection>[0]
type Auth = { user?: string | undefined; pass?: string | undefined } | undefined

const MOST_CONNECTIONS = 5
/** Well below the 5 minutes that servers wait. */
const IDLE_MS = 30_000
/** Some servers take no more on one connection. */
const MOST_MESSAGES = 100

interface Idle {
  connection: SMTPConnection
  timer: NodeJS.Timeout
}

/** A few signed-in connections to one server. Who takes one gives it back after a message, or drops it. */
export class SmtpPool {
  private idle: Idle[] = []
  private open = 0
  private closed = false
  private readonly waiting: (() => void)[] = []
  private readonly messages = new WeakMap<SMTPConnection, number>()

  constructor(
    private readonly options: Options,
    private readonly auth: Auth,
  ) {}

  /** `reused`: it waited for work, so the server may have closed it in the meantime. Throws what went wrong in connecting or signing in. */
  async take(): Promise<{ connection: SMTPConnection; reused: boolean }> {
    const waited = this.idle.pop()
    if (waited) {
      clearTimeout(waited.timer)
      return { connection: waited.connection, reused: true }
    }
    if (this.open >= MOST_CONNECTIONS) {
      await new Promise<void>((resolve) => this.waiting.push(resolve))
      return this.take()
    }
    this.open++
    try {
      return { connection: await connect(this.options, this.auth, (ended) => this.forget(ended)), reused: false }
    } catch (error) {
      this.makeRoom()
      throw error
    }
  }

  giveBack(connection: SMTPConnection) {
    const count = (this.messages.get(connection) ?? 0) + 1
    this.messages.set(connection, count)
    if (this.closed || count >= MOST_MESSAGES) return this.drop(connection)
    this.idle.push({ connection, timer: setTimeout(() => this.forget(connection), IDLE_MS).unref() })
    this.waiting.shift()?.()
  }

  drop(connection: SMTPConnection) {
    connection.quit()
    this.makeRoom()
  }

  /** For a connection whose conversation can't go on. */
  breakOff(connection: SMTPConnection) {
    connection.close()
    this.makeRoom()
  }

  close() {
    this.closed = true
    for (const { connection } of [...this.idle]) this.forget(connection)
  }

  private makeRoom() {
    this.open--
    this.waiting.shift()?.()
  }

  private forget(connection: SMTPConnection) {
    const found = this.idle.find((one) => one.connection === connection)
    if (!found) return
    clearTimeout(found.timer)
    this.idle = this.idle.filter((one) => one !== found)
    this.drop(connection)
  }
}

/** A connection that is ready for a message; `onEnd` hears when it ends by itself. */
function connect(options: Options, auth: Auth, onEnd: (connection: SMTPConnection) => void): Promise<SMTPConnection> {
  return new Promise((resolve, reject) => {
    const connection = new SMTPConnection(options)
    const fail = (error: Error) => {
      reject(error)
      connection.close()
    }
    connection.on('error', fail)
    connection.once('end', () => {
      reject(Object.assign(new Error('The server closed the connection'), { code: 'ECONNECTION' }))
      onEnd(connection)
    })
    connection.connect((error) => {
      if (error) return fail(error)
      if (!auth?.user || !connection.allowsAuth) return resolve(connection)
      const credentials = { user: auth.user, pass: auth.pass ?? '' }
      connection.login({ ...credentials, credentials }, (error) => (error ? fail(error) : resolve(connection)))
    })
  })
}
