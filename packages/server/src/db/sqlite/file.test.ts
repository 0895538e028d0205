import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type OpenDb, transact } from '../db.ts'
import { createGroupCommit } from '../group-commit.ts'
import { openDatabase } from '../open.ts'
import { prepared } from '../prepared.ts'
import type { SqliteFile } from './file.ts'

let folder: string
let db: OpenDb
let file: SqliteFile

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klankbord-file-'))
  db = await openDatabase({ url: `sqlite:${folder}/klankbord.db` })
  file = db.file as SqliteFile
  await sql`create table words (word text primary key)`.execute(db.everywhere)
})

afterEach(async () => {
  await db.close()
  rmSync(folder, { recursive: true, force: true })
})

const put = (word: string) => ({ sql: 'insert into words (word) values (?)', parameters: [word] })
const words = async () => (await sql<{ word: string }>`select word from words order by word`.execute(db.everywhere)).rows.map(({ word }) => word)
const insert = prepared((db, { word }: { word: string }) => ({
  compile: () => sql`insert into words (word) values (${word})`.compile(db.everywhere),
}))

test('who reads waits for no transaction, and sees what is committed and nothing else', async () => {
  await transact(db, async (inner) => {
    await sql`insert into words values ('halverwege')`.execute(inner.everywhere)
    expect(await words()).toEqual([])
  })
  expect(await words()).toEqual(['halverwege'])
})

test('what is asked in one turn is answered together, and a wrong question spoils no other', async () => {
  await file.writeInThread([put('een')])
  const asked = [
    file.read({ sql: 'select word as the_word from words', parameters: [] }),
    file.read({ sql: 'select word from words where word = ?', parameters: [] }),
  ]
  expect(await Promise.allSettled(asked)).toMatchObject([{ status: 'fulfilled', value: [{ theWord: 'een' }] }, { status: 'rejected' }])
})

test('a group is written whole or not at all, with the reason of SQLite', async () => {
  await file.writeInThread([put('een'), put('twee')])
  await expect(file.writeInThread([put('drie'), put('een')])).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' })
  expect(await words()).toEqual(['een', 'twee'])
})

test('what waits for the thread goes in one turn, and whoever else writes has the next', async () => {
  const before = Promise.all([file.writeInThread([put('een')]), file.writeInThread([put('twee')])])
  const other = file.turns.take()
  const after = file.writeInThread([put('drie')])
  const release = await other
  expect(await words()).toEqual(['een', 'twee'])
  release()
  await Promise.all([before, after])
  expect(await words()).toEqual(['drie', 'een', 'twee'])
})

test('a thread that ends is told of, and replaced', async () => {
  const writing = file.writeInThread([{ sql: 'not SQL at all', parameters: [] }, put('een')])
  await expect(writing).rejects.toMatchObject({ code: 'SQLITE_ERROR' })
  const { worker } = (file as unknown as { thread: { worker: { terminate(): Promise<number> } } }).thread
  await worker.terminate()
  await file.writeInThread([put('twee')])
  expect(await words()).toEqual(['twee'])
})

test('blind changes are kept together, and one that fails harms no other', async () => {
  const commit = createGroupCommit(db)
  const say = (word: string) =>
    commit(
      async (db) => {
        await insert(db, { word })
        if (word === 'fout') throw new Error('bedacht zich')
        return word
      },
      { blind: true },
    )
  const said = await Promise.allSettled([say('een'), say('fout'), say('twee'), say('een')])
  expect(said.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected'])
  expect(await words()).toEqual(['een', 'twee'])
})

test('a blind change that asks more than prepared queries is refused, not half done', async () => {
  const commit = createGroupCommit(db)
  const stray = () => commit((db) => sql`insert into words values ('stil')`.execute(db.everywhere), { blind: true })
  const said = await Promise.allSettled([stray(), stray()])
  for (const one of said) expect(one).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('prepared queries only') } })
  expect(await words()).toEqual([])
})
