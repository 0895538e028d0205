import { setTimeout as wait } from 'node:timers/promises'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { freePort } from '../test/free-port.ts'

/** How a mail server behaves: `flaky` refuses for now, at one step or another; `slow` thinks at each step; `drops` takes a message and breaks the connection without saying so. */
export type Temper = 'well' | 'flaky' | 'slow' | 'drops'

export interface MailPeer {
  url: string
  /** Whom each message was for that it took, in the order in which it did, whether or not it said so. */
  taken: string[]
  /** How many it took without saying so. */
  dropped(): number
  close(): Promise<void>
}

const ONE_IN = 5
const busy = () => Object.assign(new Error('Come back later'), { responseCode: 451 })

export async function startMailPeer(temper: Temper): Promise<MailPeer> {
  const taken: string[] = []
  let [dropped, steps] = [0, 0]
  /** Every fifth time, whatever it is. */
  const happens = () => ++steps % ONE_IN === 0
  const think = async () => temper === 'slow' && (await wait(20 + Math.random() * 100))
  /** None is so quick that all is over before the sender can be killed often. */
  const keep = () => wait(temper === 'slow' ? 20 + Math.random() * 100 : 25)
  const step = async (_: unknown, __: unknown, done: (error?: Error | null) => void) => {
    await think()
    done(temper === 'flaky' && happens() ? busy() : null)
  }
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], closeTimeout: 200 },
    ...{ onMailFrom: step, onRcptTo: step },
    onData(stream, session, done) {
      stream.resume().once('end', async () => {
        if (temper === 'flaky' && happens()) return done(busy())
        taken.push(session.envelope.rcptTo[0]?.address ?? '')
        // Whoever is killed meanwhile never hears that it was taken.
        await keep()
        if (temper !== 'drops' || !happens()) return done()
        dropped++
        hangUp(server, session)
      })
    },
  })
  // A sender that is killed in the middle of a connection is what this is for.
  server.on('error', () => {})
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    dropped: () => dropped,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

function hangUp(server: SMTPServer, { id }: SMTPServerSession) {
  for (const connection of server.connections) {
    const { session, _socket } = connection as unknown as { session: SMTPServerSession; _socket: { destroy(): void } }
    if (session.id === id) _socket.destroy()
  }
}
