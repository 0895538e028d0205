import { Resolver } from 'node:dns/promises'
import { readFile } from 'node:fs/promises'

/* Loaded into the product by a journey: what the DNS says is what the journey wrote into a file. */

Resolver.prototype.resolveTxt = async (name) => {
  const records = JSON.parse(await readFile(process.env.RECORDS_FILE ?? '', 'utf8').catch(() => '{}'))
  if (!records[name]) throw Object.assign(new Error(`queryTxt ENOTFOUND ${name}`), { code: 'ENOTFOUND' })
  return [records[name]]
}
