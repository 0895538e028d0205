import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Config } from '../config.ts'
import type { RequestContext } from './context.ts'

export type Where = Pick<Config, 'publicUrl'>

const isSecure = ({ publicUrl }: Where) => publicUrl.startsWith('https:')
/** With the prefix a browser takes it only over https, for this host and no other. */
const nameOf = (config: Where) => (isSecure(config) ? '__Host-klankbord' : 'klankbord_session')
const options = (config: Where) => ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(config) }) as const

export const readSessionCookie = (c: RequestContext, config: Where): string | undefined => getCookie(c, nameOf(config))

export function setSessionCookie(c: RequestContext, config: Where, { token, expiresAt }: { token: string; expiresAt: Date }, now: Date) {
  const maxAge = Math.ceil((expiresAt.getTime() - now.getTime()) / 1000)
  setCookie(c, nameOf(config), token, { ...options(config), maxAge })
}

export const clearSessionCookie = (c: RequestContext, config: Where) => void deleteCookie(c, nameOf(config), options(config))
