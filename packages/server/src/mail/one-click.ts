/** Headers with which a mail program stops this mail with one click (RFC 8058): it posts to the address, which a page stands behind for people. */
export const oneClick = (stopUrl: string) => ({ 'List-Unsubscribe': `<${stopUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })
