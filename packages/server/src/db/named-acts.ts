import type { NamedActRow } from './act-rows.ts'
import type { Db } from './db.ts'
import { insertInto, prepared } from './prepared.ts'
import type { NamedAct, Scope } from './scope.ts'

const insertName = insertInto('namedActs', ['id', 'requestHash', 'doneAt'])

/** Within the transaction in which the act is done: who comes second under its name fails, and does nothing. */
export const keepName = (db: Db, scope: Scope, { id, requestHash, doneAt }: NamedAct) => insertName(db, scope, { id, requestHash, doneAt })

const find = prepared((db, { id }: Pick<NamedActRow, 'id'>) =>
  db.everywhere.selectFrom('namedActs').select(['requestHash', 'answer', 'doneAt']).where('id', '=', id),
)

export const findNamed = async (db: Db, id: string) => (await find(db, { id }))[0]

/** What was answered, beside everything else: nobody waits for it. */
export const keepAnswer = (db: Db, scope: Scope, { id, requestHash, doneAt }: NamedAct, answer: string) =>
  db.writeApart([
    db
      .within(scope)
      .insertInto('namedActs', { id, requestHash, answer, doneAt })
      .onConflict((on) => on.column('id').doUpdateSet({ answer })),
  ])

export const forgetName = (db: Db, scope: Scope, { id }: NamedAct) => db.within(scope).deleteFrom('namedActs').where('id', '=', id).execute()

export const forgetNamesBefore = (db: Db, at: string) => db.everywhere.deleteFrom('namedActs').where('doneAt', '<', at).execute()
