import * as base64 from 'nodemailer/lib/base64'
import type MimeNode from 'nodemailer/lib/mime-node'
import * as quotedPrintable from 'nodemailer/lib/qp'

/**
 * Writes a message out as it travels, all of it at once. The library does that through a dozen streams for each part, which takes longer than everything else about a letter; what comes out is the
 * same, byte for byte. Its contents are texts and bytes, and there are several parts.
 */
export const writeOut = (root: MimeNode): Buffer => Buffer.from(textOf(root))

function textOf(node: MimeNode): string {
  const head = `${node.buildHeaders()}\r\n\r\n`
  if (node.childNodes.length === 0) return head + encoded(node)
  const parts = node.childNodes.map((child) => `--${node.boundary}\r\n${textOf(child)}`)
  return `${head}${parts.join('\r\n')}\r\n--${node.boundary}--\r\n`
}

function encoded(node: MimeNode): string {
  const { content } = node
  const encoding = node.getTransferEncoding()
  if (typeof content !== 'string' || encoding === 'base64') return base64.wrap(base64.encode(content as string | Buffer))
  const text = encoding === 'quoted-printable' ? quotedPrintable.wrap(quotedPrintable.encode(content)) : content
  return text.replace(/\r?\n/g, '\r\n')
}
