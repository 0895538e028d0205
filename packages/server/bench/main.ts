import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchInbox } from '../../admin/bench/inbox.ts'
import { benchWidget } from '../../widget/bench/widget.ts'
import { freePort } from '../test/free-port.ts'
import { benchAdmin } from './admin.ts'
import { benchBulk } from './bulk.ts'
import { benchMailFaults } from './mail-faults.ts'
import { benchOutcomes } from './outcomes.ts'
import { benchRouting } from './routing.ts'
import { benchSending } from './sending.ts'
import { benchStart } from './start.ts'
import { benchStatus } from './status.ts'
import { benchSubmissions } from './submissions.ts'
import { markdown, type Row, reached } from './table.ts'
import { benchViews } from './views.ts'

/* `npm run bench [-- submissions status start views inbox admin bulk outcomes sending mailfaults widget routing]`: prints the table, and after a run of all of it writes bench/results.json and the README's table. */

const root = new URL('../../../', import.meta.url)
const parts = {
  submissions: benchSubmissions,
  status: benchStatus,
  start: benchStart,
  views: benchViews,
  inbox: benchInbox,
  admin: benchAdmin,
  bulk: benchBulk,
  outcomes: benchOutcomes,
  sending: benchSending,
  mailfaults: benchMailFaults,
  widget: benchWidget,
  routing: benchRouting,
}

const chosen = process.argv.slice(2)
// What the inbox is like is the server's time and the browser's.
if (chosen.includes('admin')) chosen.push('inbox')
const rows: Row[] = []
for (const [name, bench] of Object.entries(parts)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  const folder = await mkdtemp(join(tmpdir(), 'klankbord-bench-'))
  rows.push(...(await bench(folder, await freePort())))
  await rm(folder, { recursive: true, force: true })
}
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`
console.log(`${machine}\n\n${markdown(rows)}`)
if (chosen.length === 0) {
  await mkdir(new URL('bench/', root), { recursive: true })
  await writeFile(new URL('bench/results.json', root), `${JSON.stringify({ machine, rows }, null, 2)}\n`)
  await fillReadme()
}
process.exitCode = rows.every(reached) ? 0 : 1

async function fillReadme() {
  const file = new URL('README.md', root)
  const readme = await readFile(file, 'utf8').catch(() => '')
  const filled = readme.replace(
    /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/,
    `$1\nMeasured by \`npm run bench\` on ${machine}.\n\n${markdown(rows)}\n\n$2`,
  )
  if (filled !== readme) await writeFile(file, filled)
}
