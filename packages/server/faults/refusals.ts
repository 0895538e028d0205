import { Problem, type ProblemCode } from '@klankbord/shared/problem'
import { expect } from 'vitest'
import { statusOf, titleOf } from '../src/http/problem-response.ts'
import type { Answer } from '../test/product.ts'

/** The longest that a refusal may take. */
const LONGEST_MS = 50

/** What no answer may show: a stack, a path, SQL or the words of an engine. */
const INSIDES =
  /node_modules|\.[jt]s:\d+|\n\s+at |\b(select|insert|update|delete)\b[^.]*\b(from|into|set|where)\b|sqlite|postgres|relation "|constraint|syntax error|ECONN/i

export interface TimedAnswer extends Answer {
  ms: number
}

/** Asks, and asks again while it took too long, at most five times; `ms` is the quickest. A slow answer may be the machine's fault, five of five are the server's. */
export async function timed(ask: () => Promise<Answer>): Promise<TimedAnswer> {
  let quickest = Number.POSITIVE_INFINITY
  for (let tries = 1; ; tries++) {
    const began = performance.now()
    const answer = await ask()
    quickest = Math.min(quickest, performance.now() - began)
    if (quickest < LONGEST_MS || tries === 5) return { ...answer, ms: quickest }
  }
}

/** What is wrong with a refusal, in words; nothing when it is as the contract says. */
export function wrongWith({ status, headers, body, ms = 0 }: Answer & { ms?: number }, codes: ProblemCode[]): string[] {
  const problem = Problem.safeParse(body)
  if (!problem.success) return [`${status} ${headers.get('content-type')}, no problem: ${JSON.stringify(body).slice(0, 300)}`]
  const { code, title, detail, type } = problem.data
  const faults: (string | false)[] = [
    !codes.includes(code) && `${code} instead of ${codes.join(' or ')}`,
    (status !== statusOf(code) || problem.data.status !== status) && `status ${status}, ${problem.data.status} in the body`,
    headers.get('content-type') !== 'application/problem+json' && `content type ${headers.get('content-type')}`,
    title !== titleOf(code) && `title ${title}`,
    !type.endsWith(`#${code}`) && `type ${type}`,
    !/^[A-Z].{20,}[.]$/s.test(detail) && `says too little: ${detail}`,
    INSIDES.test(JSON.stringify(body)) && `shows its insides: ${JSON.stringify(body)}`,
    code === 'unavailable' && !headers.get('retry-after') && 'no Retry-After',
    ms >= LONGEST_MS && `took ${Math.round(ms)} ms`,
  ]
  return faults.filter((fault) => fault !== false)
}

/** Fails unless the answer is a whole refusal with one of these codes. */
export function expectRefusal(answer: Answer & { ms?: number }, ...codes: ProblemCode[]) {
  expect(wrongWith(answer, codes)).toEqual([])
}
