import { existsSync } from 'node:fs'
import { Email } from '@klankbord/shared/fields'
import { Role } from '@klankbord/shared/members'
import type { Config } from './config.ts'
import { isUnavailable } from './db/failure.ts'
import { checkIntegrity } from './db/integrity.ts'
import { openDatabase } from './db/open.ts'
import { systemScope } from './db/scope.ts'
import { fillDemo } from './demo/fill-demo.ts'
import { foundOrganisation } from './members/found-organisation.ts'
import { invite } from './members/invite.ts'
import { resetPassword } from './members/reset-password.ts'
import { type Opened, openDeps } from './open-deps.ts'
import { ProblemError } from './problem-error.ts'
import { evaluateRouting, routingEvalUsage } from './routing-eval.ts'
import { foundSite } from './sites/found-site.ts'

/** What a command is given: its arguments, the configuration, and where its answer goes. */
interface Call {
  args: string[]
  config: Config
  print: (line: string) => void
}

type Command = (call: Call) => Promise<number>

/** Exit codes: done, found something wrong, not understood. */
const [DONE, FAILED, USAGE] = [0, 1, 2]

const usage = `Usage: npm run klankbord -- <command>

  migrate                                          bring the tables to the newest form
  check [--mend]                                   look whether the database is whole; mend counts anew what is kept of them
  member add <email> [--name <name>] [--role <role>]   invite a colleague; prints a link that works once
  member reset <email>                             give a member a new password; ends all their sessions
  demo-data                                        fill the database with a believable company
  ${routingEvalUsage}
                                                   how well routing learns from your labelled texts (columns text and label)

Roles: owner, admin, member, viewer. Not in this version yet: backup, restore, export, import, erase.`

const commands: Record<string, Command> = {
  migrate,
  check,
  'member add': addMember,
  'member reset': resetMember,
  'demo-data': fillWithDemo,
  'routing-eval': ({ args, print }) => evaluateRouting(args, print),
  backup: notYet,
  restore: notYet,
  export: notYet,
  import: notYet,
  erase: notYet,
}

/** Runs one of the operator's commands and gives its exit code. */
export async function runCommand(args: string[], config: Config, print: (line: string) => void): Promise<number> {
  const words = args[0] === 'member' ? 2 : 1
  const name = args.slice(0, words).join(' ')
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    print(usage)
    return USAGE
  }
  try {
    return await command({ args: args.slice(words === 1 && command === notYet ? 0 : words), config, print })
  } catch (error) {
    if (!(error instanceof ProblemError) && !isUnavailable(error)) throw error
    print(error instanceof ProblemError ? error.message : 'The database is busy or can’t be reached. Nothing was changed; try again in a moment.')
    return FAILED
  }
}

async function notYet({ args, print }: Call) {
  print(`This version of Klankbord does not have the command ${args[0]} yet. Nothing was done.`)
  return USAGE
}

/** Opens everything, and lets go of it again however the work ends. */
async function withDeps<Result>(config: Config, work: (opened: Opened) => Promise<Result>): Promise<Result> {
  const opened = await openDeps(config)
  return work(opened).finally(() => opened.close())
}

async function migrate({ config, print }: Call) {
  await withDeps(config, async () => {})
  print('The tables have their newest form.')
  return DONE
}

async function check({ args, config, print }: Call) {
  if (args.some((arg) => arg !== '--mend')) {
    print(usage)
    return USAGE
  }
  const [, file] = /^sqlite:(.*)$/.exec(config.databaseUrl) ?? []
  if (file !== undefined && !existsSync(file)) {
    print(`There is no database at ${file} yet. npm start makes one.`)
    return FAILED
  }
  const findings = await openDatabase({ url: config.databaseUrl }).then(
    (db) => checkIntegrity(db, { mends: args.includes('--mend') }).finally(() => db.close()),
    (error) => [{ what: 'database opens', problem: error instanceof Error ? error.message : String(error) }],
  )
  for (const { what, problem } of findings) print(problem === null ? `fine   ${what}` : `WRONG  ${what}: ${problem}`)
  return findings.every(({ problem }) => problem === null) ? DONE : FAILED
}

async function fillWithDemo({ config, print }: Call) {
  return withDeps(config, async ({ deps }) => {
    const { organisationId } = await foundOrganisation(deps, { firstOwner: config.firstOwner })
    await fillDemo(deps, organisationId, await foundSite(deps, organisationId))
    print(`The demo is there. Look at it at ${config.publicUrl}/admin`)
    return DONE
  })
}

/** `--name value` and `--name=value`; undefined when an option is not one of `known` or has no value. */
function readOptions(args: string[], known: string[]): { words: string[]; options: Record<string, string> } | undefined {
  const words: string[] = []
  const options: Record<string, string> = {}
  const left = [...args]
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    const [, name, inline] = /^--([a-z]+)(?:=(.*))?$/s.exec(next) ?? []
    if (name === undefined) {
      words.push(next)
      continue
    }
    const value = inline ?? left.shift()
    if (!known.includes(name) || value === undefined) return undefined
    options[name] = value
  }
  return { words, options }
}

async function addMember({ args, config, print }: Call) {
  const { words, options } = readOptions(args, ['name', 'role']) ?? { words: [], options: {} }
  const [email, role] = [Email.safeParse(words[0]), Role.safeParse(options.role ?? 'member')]
  if (words.length !== 1 || !email.success || !role.success) {
    print(usage)
    return USAGE
  }
  return withDeps(config, async ({ deps }) => {
    const { organisationId, setUpUrl } = await foundOrganisation(deps, { firstOwner: config.firstOwner })
    if (setUpUrl !== null) {
      print(`There is no owner yet, so nobody can be invited. Open this link first: ${setUpUrl}`)
      return FAILED
    }
    const { link } = await invite(deps, systemScope(organisationId), { email: email.data, role: role.data, teams: [] })
    print(`Give this link to ${options.name ?? email.data}. It works once, for seven days, and is mailed to them too:\n${link}`)
    return DONE
  })
}

async function resetMember({ args, config, print }: Call) {
  const email = Email.safeParse(args[0])
  if (args.length !== 1 || !email.success) {
    print(usage)
    return USAGE
  }
  return withDeps(config, async ({ deps }) => {
    const password = await resetPassword(deps, email.data)
    if (password === undefined) {
      print(`Nobody has an account with ${email.data}. Invite them with: member add ${email.data}`)
      return FAILED
    }
    print(`The new password of ${email.data} is: ${password}\nAll their sessions were ended. Ask them to change it after signing in.`)
    return DONE
  })
}
