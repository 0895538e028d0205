interface Written {
  from?: string
  to: string
  text?: string
  headers?: Record<string, string>
  files?: { name: string; type: string; bytes: Uint8Array }[]
}

/** A mail as a mail server passes it on. */
export function mimeOf({ from = 'Ada <ada@example.com>', to, text = 'Dank je, dat helpt.', headers = {}, files = [] }: Written): Buffer {
  const all = { From: from, To: to, Subject: 'Re: Bericht', 'Message-ID': `<${Math.random()}@example.com>`, 'MIME-Version': '1.0', ...headers }
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  const parts = [
    `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${text}`,
    ...files.map(
      ({ name, type, bytes }) =>
        `Content-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n')}`,
    ),
  ]
  return Buffer.from(
    `${head.join('\r\n')}\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\n`,
  )
}

interface Failed {
  to: string
  status?: string
  action?: string
  said?: string
}

/** A notice that a letter was not delivered, as RFC 3464 has it. */
export function noticeOf({ to, status = '5.1.1', action = 'failed', said = '550 5.1.1 <ada@example.com>: no such user' }: Failed): Buffer {
  return Buffer.from(
    [
      `From: Mail Delivery System <MAILER-DAEMON@mx.example.com>`,
      `To: ${to}`,
      'Return-Path: <>',
      'Auto-Submitted: auto-replied',
      'Subject: Undelivered Mail Returned to Sender',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b\r\nContent-Type: text/plain\r\n\r\nI am sorry to have to inform you…\r\n',
      '--b\r\nContent-Type: message/delivery-status\r\n',
      'Reporting-MTA: dns; mx.example.com\r\n',
      `Final-Recipient: rfc822; ada@example.com\r\nAction: ${action}\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; ${said}\r\n`,
      '--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: Bericht\r\n\r\nDag Ada\r\n',
      '--b--',
      '',
    ].join('\r\n'),
  )
}
