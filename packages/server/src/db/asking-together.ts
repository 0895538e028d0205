import type { CompiledQuery } from 'kysely'
import type { Db } from './db.ts'
import { gathering } from './gathering.ts'

type Parameters = readonly unknown[]

/**
 * Asks PostgreSQL what is asked at one moment with one text and other values in one statement: of a small question it is the way there and back that costs. What each asks for is found
 * as it would be alone, in the order that the question gives.
 */
export function askingTogether(db: Db): Db['ask'] {
  const texts = new Map<string, (parameters: Parameters) => Promise<unknown[]>>()
  return <Row>(query: CompiledQuery<Row>, parameters: Parameters) => {
    const ask = texts.get(query.sql) ?? gathering((asked: Parameters[]) => askAll(db, query, asked))
    texts.set(query.sql, ask)
    return ask(parameters) as Promise<Row[]>
  }
}

async function askAll(db: Db, query: CompiledQuery<unknown>, asked: Parameters[]): Promise<unknown[][]> {
  const [first, ...more] = asked as [Parameters, ...Parameters[]]
  const differing = first.flatMap((value, i) => (more.some((parameters) => parameters[i] !== value) ? [i] : []))
  const areTexts = differing.every((i) => asked.every((parameters) => typeof parameters[i] === 'string'))
  if (differing.length === 0 || !areTexts) return Promise.all(asked.map((parameters) => db.ask(query, parameters)))
  const { sql, values } = written(query.sql, asked, differing)
  const answers: unknown[][] = asked.map(() => [])
  for (const { askedBy, ...row } of await db.ask({ ...query, sql } as CompiledQuery<{ askedBy: number }>, values)) answers[askedBy]?.push(row)
  return answers
}

/** The question with a row for each who asks: what differs comes from there, and what they have in common stays a parameter. */
function written(text: string, asked: Parameters[], differing: number[]) {
  const rows = asked.map((parameters, at) => Object.fromEntries([['asked_by', at], ...differing.map((i) => [`p${i}`, parameters[i]])]))
  const values: unknown[] = [JSON.stringify(rows)]
  const each = text.replace(/\$(\d+)/g, (_, number: string) => {
    const i = Number(number) - 1
    return differing.includes(i) ? `asking.p${i}` : `$${values.push(asked[0]?.[i])}`
  })
  const columns = ['asked_by integer', ...differing.map((i) => `p${i} text`)]
  return {
    sql: `select asking.asked_by, answer.* from json_to_recordset($1::json) as asking (${columns.join(', ')}) cross join lateral (${each}) as answer`,
    values,
  }
}
