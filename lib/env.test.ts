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

test('an empty optional setting counts as missing', () => {
  expect(readSettings({ ...good, DPO_EMAIL: '' }).DPO_EMAIL).toBeUndefined()
})

test('the message never repeats a value, which may be a secret', () => {
  expect(() => readSettings({ ...good, AUTH_SECRET: 'short-secret' })).toThrow(
    expect.not.stringContaining('short-secret') as never,
  )
})

const sso = {
  SSO_ISSUER: 'https://login.example/tenant/v2.0',
  SSO_CLIENT_ID: 'portal',
  SSO_CLIENT_SECRET: 'a-secret-of-the-provider',
  SSO_NAME: 'Example ID',
}

test('single sign-on is set up by all of its four settings, or not at all', () => {
  expect(readSettings(good).SSO_ISSUER).toBeUndefined()
  expect(readSettings({ ...good, ...sso })).toMatchObject(sso)
  for (const name of Object.keys(sso))
    expect(() => readSettings({ ...good, ...sso, [name]: '' })).toThrow(`${name} is missing`)
})

test('a provider is reached over https, or on this machine', () => {
  const at = (issuer: string) => () => readSettings({ ...good, ...sso, SSO_ISSUER: issuer })
  expect(at('http://127.0.0.1:9000')).not.toThrow()
  for (const issuer of ['http://login.example', 'http://localhost.evil.example', 'login.example'])
    expect(at(issuer)).toThrow('SSO_ISSUER is wrong')
})

test('each way to prove a second factor is one word or several', () => {
  const ways = (text: string) => readSettings({ ...good, SSO_FACTOR_AMR: text }).SSO_FACTOR_AMR
  expect(ways('mfa, pwd+otp')).toEqual([['mfa'], ['pwd', 'otp']])
  expect(ways('')).toContainEqual(['pwd', 'hwk'])
  expect(() => ways('mfa; otp')).toThrow('SSO_FACTOR_AMR is wrong')
  expect(readSettings({ ...good, SSO_FACTOR_ACR: 'c1 gold' }).SSO_FACTOR_ACR).toEqual(['c1', 'gold'])
})
