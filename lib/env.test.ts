import { expect, test } from 'vitest'
import { readSettings } from './env'

const good = {
  APP_URL: 'https://lumix-pro.example/path',
  AUTH_SECRET: 'x'.repeat(32),
  DATABASE_URL: 'postgres://app@localhost/lumix',
  DESK_DATABASE_URL: 'postgres://desk@localhost/lumix',
  SMTP_URL: 'smtps://mail.example:465',
  STORAGE_FOLDER: '/srv/lumix',
}

test('good settings are read, with their defaults', () => {
  expect(readSettings(good)).toMatchObject({
    APP_URL: 'https://lumix-pro.example',
    TRUST_PROXY_HOPS: 0,
  })
})

test('every missing and every wrong setting is named at once', () => {
  const bad = { ...good, DATABASE_URL: undefined, SMTP_URL: 'http://mail.example', DPO_EMAIL: 'nobody' }
  expect(() => readSettings(bad)).toThrow(/DATABASE_URL is missing.*SMTP_URL is wrong.*DPO_EMAIL is wrong/)
})

test('an empty optional setting is one that is not given', () => {
  expect(readSettings({ ...good, DPO_EMAIL: '' }).DPO_EMAIL).toBeUndefined()
})

test('the sentence never repeats a value, which may be a secret', () => {
  expect(() => readSettings({ ...good, AUTH_SECRET: 'short-secret' })).toThrow(
    expect.not.stringContaining('short-secret') as never,
  )
})
