const HOME = '/admin'

/** The sign-in page, with the way back to where one was. */
export const signInAddress = (back: string): string =>
  back.startsWith('/admin/') && !back.startsWith('/admin/sign-in') ? `/admin/sign-in?${new URLSearchParams({ back })}` : '/admin/sign-in'

/** Only pages of this app: a crafted link must not lead elsewhere after signing in. */
export function backTo(back: string | undefined): string {
  const here = 'http://here'
  if (back === undefined || !URL.canParse(back, here)) return HOME
  const { origin, pathname, search } = new URL(back, here)
  return origin === here && (pathname === HOME || pathname.startsWith(`${HOME}/`)) ? pathname + search : HOME
}
