// A real mail server for tests: it catches all mail, and each test reads the mails to its own addresses.
import { createServer, type Server } from 'node:net'
import { MailDev } from 'maildev'
import { afterAll, beforeAll } from 'vitest'
import { freePort } from '@/bin/postgres/start'
import { type Mailer, openMailer } from '@/lib/mail/transport'

type CaughtMail = {
  subject: string
  text: string
  html: string
  from: { address: string; name: string }[]
  to: { address: string; name: string }[]
  headers: Record<string, unknown>
}

/** Call it at the top of a test file; the server runs until the file's last test has finished. */
export function testMailbox() {
  const ports = { smtp: 0, web: 0 }
  const box = {} as { mailer: Mailer; smtpUrl: string; mailsTo(address: string): Promise<CaughtMail[]> }
  let server: MailDev

  beforeAll(async () => {
    ports.smtp = await freePort(0)
    ports.web = await freePort(0)
    server = new MailDev({ ...ports, ip: '127.0.0.1', webIp: '127.0.0.1', silent: true })
    await server.start()
    box.smtpUrl = `smtp://127.0.0.1:${ports.smtp}`
    box.mailer = openMailer({ SMTP_URL: box.smtpUrl, MAIL_FROM: 'LUMIX PRO <lumix-pro@portal.example>' })
    box.mailsTo = async (address) => {
      const response = await fetch(`http://127.0.0.1:${ports.web}/api/email`)
      const mails = (await response.json()) as CaughtMail[]
      return mails.filter(({ to }) => to.some((one) => one.address === address))
    }
  })
  afterAll(async () => {
    box.mailer.close()
    await server.stop()
  })
  return box
}

/** A mail server that rejects every recipient with the address in the message, as real servers do. */
export function testRefusal() {
  const refusal = { smtpUrl: '' }
  let server: Server
  beforeAll(async () => {
    server = createServer((socket) => {
      socket.write('220 strict.example\r\n')
      socket.on('data', (line) => socket.write(strictAnswer(String(line))))
      socket.on('error', () => {})
    })
    const port = await freePort(0)
    await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
    refusal.smtpUrl = `smtp://127.0.0.1:${port}`
  })
  afterAll(() => void server.close())
  return refusal
}

function strictAnswer(line: string) {
  const [, address] = /^RCPT TO:<(.*)>/i.exec(line) ?? []
  return address ? `550 5.1.1 <${address}>: no such mailbox\r\n` : '250 OK\r\n'
}
