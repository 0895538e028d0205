import { createPrivateKey, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Email, Origin } from '@klankbord/shared/fields'
import * as z from 'zod'

const blank = (value: unknown) => (value === '' ? undefined : value)
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blank, schema.optional())
const whole = (min: number, max: number, fallback: number) =>
  z.preprocess(
    blank,
    z.coerce
      .number({ error: `must be a whole number from ${min} to ${max}` })
      .int()
      .min(min)
      .max(max)
      .default(fallback),
  )
const address = (schemes: RegExp, example: string) =>
  z.string().refine((value) => URL.canParse(value) && schemes.test(new URL(value).protocol), { error: `must look like ${example}` })

const Environment = z.object({
  PORT: whole(0, 65_535, 3000),
  HOST: z.preprocess(blank, z.string().default('127.0.0.1')),
  PUBLIC_URL: optional(
    address(/^https?:$/, 'https://feedback.example.nl').refine((value) => !/[?#@]/.test(value), { error: 'must be an address without ?, # and @' }),
  ),
  DATA_DIR: z.preprocess(blank, z.string().default('./data')),
  DATABASE_URL: optional(address(/^postgres(ql)?:$/, 'postgres://user:password@host:5432/name')),
  SMTP_URL: optional(address(/^smtps?:$/, 'smtp://user:password@host:587')),
  MAIL_FROM: z.preprocess(
    blank,
    z
      .string()
      .regex(/^[^\r\n]*@[^\r\n]+$/, { error: 'must hold an address, such as Klankbord <no-reply@example.nl>' })
      .default('Klankbord <no-reply@localhost>'),
  ),
  DKIM_KEY_FILE: optional(z.string()),
  DKIM_SELECTOR: z.preprocess(
    blank,
    z
      .string()
      .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i, { error: 'must be a name such as klankbord, as it stands in the DNS' })
      .default('klankbord'),
  ),
  SECRET_KEY: optional(z.string().min(32, { error: 'must have at least 32 characters' })),
  ADMIN_EMAIL: optional(Email),
  ADMIN_PASSWORD: optional(z.string().min(10, { error: 'must have at least 10 characters' }).max(200)),
  SITE_ORIGINS: z.preprocess(
    blank,
    z
      .string()
      .default('')
      .transform((list) =>
        list
          .split(',')
          .map((one) => one.trim())
          .filter(Boolean),
      )
      .pipe(z.array(Origin)),
  ),
  TRUST_PROXY: whole(0, 10, 0),
  RATE_LIMIT: z.preprocess(blank, z.enum(['on', 'off'], { error: 'must be on or off' }).default('on')),
  LOG_LEVEL: z.preprocess(
    blank,
    z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], { error: 'must be fatal, error, warn, info, debug, trace or silent' })
      .default('info'),
  ),
})

/** What is wrong with variables together; looked at whatever else is wrong, so that all of it is told at once. */
function clashes({ RATE_LIMIT, HOST, ADMIN_EMAIL, ADMIN_PASSWORD }: NodeJS.ProcessEnv): [string, string][] {
  const found: [string, string][] = []
  if (RATE_LIMIT === 'off' && !['127.0.0.1', '::1', 'localhost'].includes(HOST || '127.0.0.1'))
    found.push(['RATE_LIMIT', 'may be off only where HOST is a loopback address'])
  if (Boolean(ADMIN_EMAIL) !== Boolean(ADMIN_PASSWORD))
    found.push([ADMIN_EMAIL ? 'ADMIN_PASSWORD' : 'ADMIN_EMAIL', 'is needed too: the first owner has an address and a password'])
  return found
}

export interface Config {
  port: number
  host: string
  /** Without a slash at the end. Every link is built from it. */
  publicUrl: string
  dataDir: string
  databaseUrl: string
  smtpUrl: string | undefined
  mailFrom: string
  /** Signs mail for the domain of the sender. */
  signing: { selector: string; privateKey: string } | undefined
  secretKey: string
  firstOwner: { email: string; password: string } | undefined
  siteOrigins: string[]
  /** How many proxies in front may set the client's address. */
  trustProxy: number
  rateLimit: boolean
  logLevel: string
}

/** One line per wrong variable. */
export class ConfigError extends Error {}

/** Reads the environment, the only place that does. Throws a `ConfigError` that names every wrong variable. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const result = Environment.safeParse(environment)
  const issues = result.success ? [] : result.error.issues.map(({ path, message }): [string, string] => [String(path[0]), message])
  // The first that is wrong with a variable is its line.
  const wrong = new Map([...issues, ...clashes(environment)].toReversed())
  if (!result.success || wrong.size > 0)
    throw new ConfigError(
      [...wrong]
        .map(([name, message]) => `${name}: ${message}`)
        .toReversed()
        .join('\n'),
    )
  const env = result.data
  const dataDir = resolve(env.DATA_DIR)
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    dataDir,
    databaseUrl: env.DATABASE_URL ?? `sqlite:${join(dataDir, 'klankbord.db')}`,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    signing: env.DKIM_KEY_FILE ? { selector: env.DKIM_SELECTOR, privateKey: readKey(env.DKIM_KEY_FILE) } : undefined,
    secretKey: env.SECRET_KEY ?? keptSecret(dataDir),
    firstOwner: env.ADMIN_EMAIL && env.ADMIN_PASSWORD ? { email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD } : undefined,
    siteOrigins: env.SITE_ORIGINS,
    trustProxy: env.TRUST_PROXY,
    rateLimit: env.RATE_LIMIT === 'on',
    logLevel: env.LOG_LEVEL,
  }
}

/** The RSA key that signs mail. */
function readKey(path: string): string {
  try {
    const pem = readFileSync(path, 'utf8')
    if (createPrivateKey(pem).asymmetricKeyType === 'rsa') return pem
  } catch {
    throw new ConfigError('DKIM_KEY_FILE: must be the path of a private RSA key in PEM')
  }
  throw new ConfigError('DKIM_KEY_FILE: must hold an RSA key; not every mail server reads others')
}

/** The key that was made at the first start; readable by the owner of the process only. */
function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'secret.key')
  try {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
      throw new ConfigError(`DATA_DIR: ${dataDir} can’t be written (${String(error)})`)
  }
  return readFileSync(path, 'utf8').trim()
}

/** The configuration of the demo: on a throw-away folder, with a first owner, whatever the database of the environment. Its customers don't exist, so nothing is mailed. */
export const readDemoConfig = (dataDir: string, firstOwner: { email: string; password: string }): Config =>
  readConfig({
    ...process.env,
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    SMTP_URL: '',
    ADMIN_EMAIL: firstOwner.email,
    ADMIN_PASSWORD: firstOwner.password,
  })
