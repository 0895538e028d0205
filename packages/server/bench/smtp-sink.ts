import { createServer, type Socket } from 'node:net'

/* A process of its own: an SMTP server that takes everything at once and forgets it, and says how much it took when asked. */

let taken = 0
const server = createServer((socket) => converse(socket.setNoDelay(true)))

function converse(socket: Socket) {
  let [text, isData] = ['', false]
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 sink')
  socket.on('error', () => {})
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    text += chunk
    for (;;) {
      const end = isData ? text.indexOf('\r\n.\r\n') : text.indexOf('\r\n')
      if (end === -1) return
      const line = text.slice(0, end)
      text = text.slice(end + (isData ? 5 : 2))
      if (isData) {
        taken++
        isData = false
        say('250 taken')
      } else if (/^data/i.test(line)) {
        isData = true
        say('354 go on')
      } else if (/^quit/i.test(line)) return socket.end('221 bye\r\n')
      else say('250 sink')
    }
  })
}

process.on('message', () => process.send?.({ taken }))
process.on('disconnect', () => process.exit(0))
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }))
