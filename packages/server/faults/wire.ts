import { connect, type Socket } from 'node:net'

export interface WireAnswer {
  /** Status of each answer, in order; a redirect or an informational one counts too. */
  statuses: number[]
  /** All that came back. */
  text: string
  /** Whether the server ended the connection before the time was up. */
  isClosed: boolean
}

/** A connection of our own to the server, left open. */
export async function dial(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  socket.on('error', () => {})
  return socket
}

/** Sends these bytes as they are, and reads until the server ends the connection or `ms` have passed without a word from it. */
export async function overWire(url: string, bytes: string | Uint8Array, ms = 150): Promise<WireAnswer> {
  const socket = await dial(url)
  let text = ''
  const isClosed = await new Promise<boolean>((resolve) => {
    let silence = setTimeout(resolve, ms + 1000, false)
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      clearTimeout(silence)
      silence = setTimeout(resolve, ms, false)
    })
    socket.once('close', () => {
      clearTimeout(silence)
      resolve(true)
    })
    socket.write(bytes)
  })
  socket.destroy()
  return { statuses: [...text.matchAll(/HTTP\/1\.[01] (\d{3}) /g)].map(([, status]) => Number(status)), text, isClosed }
}
