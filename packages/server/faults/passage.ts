import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** The way from the server to its database, which can be closed, cut and opened again. */
export interface Passage {
  /** The database's address by this way. */
  url: string
  /** Ends every connection; new ones are let through unless the way is closed. */
  cut(): void
  close(): Promise<void>
  open(): Promise<void>
}

/** Opens a way to the PostgreSQL database at `url`. */
export async function openPassage(url: string): Promise<Passage> {
  const there = new URL(url)
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('close', () => sockets.delete(socket))
    return socket
  }
  const listen = (port: number) => {
    const server = createServer((socket) => {
      const onward = keep(connect(Number(there.port), there.hostname))
      keep(socket).pipe(onward).pipe(socket)
      socket.once('close', () => onward.destroy())
      onward.once('close', () => socket.destroy())
    })
    return new Promise<typeof server>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', () => resolve(server))
    })
  }
  let server = await listen(0)
  const { port } = server.address() as AddressInfo
  const here = new URL(url)
  here.hostname = '127.0.0.1'
  here.port = String(port)
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: here.href,
    cut,
    async close() {
      if (!server.listening) return
      const closed = new Promise((resolve) => server.close(resolve))
      cut()
      await closed
    },
    async open() {
      if (!server.listening) server = await listen(port)
    },
  }
}
