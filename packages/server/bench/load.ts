import { connect, type Socket } from 'node:net'

export const CONNECTIONS = 64

export interface Load {
  perSecond: number
  p99Ms: number
  /** Answers that were not a success. */
  failed: number
}

interface Shot {
  port: number
  /** The next request as it goes over the wire. */
  request: () => string
  seconds: number
}

/**
 * Sends requests over 64 connections for some seconds, each connection the next as soon as it has its answer. Plain sockets, since client and server share
 * two cores here: a general load generator takes as much of them as the server does.
 */
export async function load({ port, request, seconds }: Shot): Promise<Load> {
  const until = performance.now() + seconds * 1000
  const taken: number[] = []
  let failed = 0
  const answered = (ms: number, status: string) => {
    taken.push(ms)
    if (!status.startsWith('2')) failed++
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: CONNECTIONS }, () => keepAsking(connect(port, '127.0.0.1'), { request, until, answered })))
  const elapsed = (performance.now() - started) / 1000
  taken.sort((a, b) => a - b)
  return { perSecond: taken.length / elapsed, p99Ms: taken[Math.floor(taken.length * 0.99)] ?? Number.NaN, failed }
}

interface Asking {
  request: () => string
  until: number
  answered: (ms: number, status: string) => void
}

function keepAsking(socket: Socket, { request, until, answered }: Asking): Promise<void> {
  return new Promise((resolve, reject) => {
    let received = ''
    let sentAt = 0
    const ask = () => {
      if (performance.now() > until) return socket.end(resolve)
      sentAt = performance.now()
      socket.write(request())
    }
    socket.setNoDelay(true).setEncoding('latin1')
    socket.once('connect', ask).once('error', reject)
    socket.once('close', () => reject(new Error('The server closed the connection')))
    socket.on('data', (chunk: string) => {
      received += chunk
      if (!isWhole(received)) return
      answered(performance.now() - sentAt, received.slice(9, 12))
      received = ''
      ask()
    })
  })
}

function isWhole(answer: string) {
  const head = answer.indexOf('\r\n\r\n')
  if (head < 0) return false
  const length = /\r\ncontent-length: (\d+)/i.exec(answer)?.[1]
  return length === undefined ? answer.endsWith('0\r\n\r\n') : answer.length >= head + 4 + Number(length)
}
