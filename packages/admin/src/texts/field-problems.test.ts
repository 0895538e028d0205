import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { whole } from './whole.ts'

/** What `pick` finds in the source files below a folder of a package, of those in which such a word stands. */
function findIn(path: string, word: RegExp, pick: (node: ts.Node) => string[]): string[] {
  const found: string[] = []
  const look = (node: ts.Node) => {
    found.push(...pick(node))
    node.forEachChild(look)
  }
  const folder = new URL(`../../../${path}/`, import.meta.url)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(name) || name.includes('.test.')) continue
    const text = readFileSync(new URL(name, folder), 'utf8')
    if (word.test(text)) look(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true))
  }
  return found
}

/** What a text says, with a number where it says what only a run knows; nothing for what is no text. */
function said(node: ts.Node | undefined): string[] {
  if (!node) return []
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isTemplateExpression(node)) return [node.head.text + node.templateSpans.map(({ literal }) => `2${literal.text}`).join('')]
  if (ts.isConditionalExpression(node)) return [...said(node.whenTrue), ...said(node.whenFalse)]
  return []
}

/** What the server refuses a field with. */
const refused = (node: ts.Node): string[] => {
  if (!ts.isCallExpression(node)) return []
  if (node.expression.getText() === 'badField') return said(node.arguments[1])
  return node.expression.getText() === 'notFoundAt' ? said(node.arguments[1]).map((what) => `There is no such ${what} here`) : []
}

/** What a schema refuses a field with: the only sentences in them. */
const asked = (node: ts.Node): string[] =>
  node.parent && ts.isImportDeclaration(node.parent) ? [] : said(node).filter((text) => /^[A-Z]\w* .*\w/.test(text))

test('whatever the server may say of a field is said in Dutch', { timeout: 30_000 }, () => {
  const ofServer = findIn('server/src', /badField|notFoundAt/, refused)
  const ofSchemas = findIn('shared/src', /from 'zod'/, asked)
  expect(ofServer.length).toBeGreaterThan(50)
  expect(ofSchemas.length).toBeGreaterThan(80)
  const english = [...new Set([...ofServer, ...ofSchemas])].filter((text) => whole.nl.fieldProblem(text) === text)
  expect(english).toEqual([])
})
