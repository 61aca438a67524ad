import { askForCode, join, newAddress, typeCode } from '../fixtures/joining'
import { expect, test } from '../fixtures/test'

const mailboxPage = { name: 'Look into your mailbox' }

test('somebody joins with the code from the mail, and is a member with a Red card', async ({
  page,
  mailbox,
  database,
}) => {
  const email = newAddress()
  await join(page, { email })
  await expect(page.getByRole('heading', mailboxPage)).toBeVisible()
  const { code } = await mailbox.code(email)
  await typeCode(page, code.toLowerCase().replace('-', ' '))
  await expect(page).toHaveURL('/account')
  await expect(page.getByText('Good to see you, Ruben')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Red' })).toBeVisible()

  const [made] = await database.rows(
    `select s.status, t.because, s.expires_on = (s.starts_on + interval '12 months - 1 day')::date as year,
            s.starts_on = (now() at time zone 'Europe/Berlin')::date as today, s.number
       from accounts a join members m on m.account_id = a.id join memberships s on s.member_id = m.id
       join terms t on t.member_id = m.id where a.email = $1`,
    email,
  )
  expect(made).toMatchObject({ status: 'red', because: 'joined', year: true, today: true })
  await page.goto('/account/card')
  await expect(page.getByText(String(made?.number)).first()).toBeVisible()
  expect((await mailbox.mail(email, 'Welcome')).text).toContain('Your account and your membership are ready.')
})

test('which terms and policy were accepted is written down: version, time, language', async ({
  enter,
  mailbox,
  database,
}) => {
  const page = await enter()
  const email = newAddress()
  const before = new Date()
  await join(page, { email })
  await typeCode(page, (await mailbox.code(email)).code)
  await expect(page).toHaveURL('/account')
  const accepted = await database.rows<{ at: Date }>(
    `select d.kind, c.language, c.at from acceptances c join texts d on d.id = c.text_id
       join members m on m.id = c.member_id join accounts a on a.id = m.account_id where a.email = $1 order by d.kind::text`,
    email,
  )
  expect(accepted).toMatchObject([
    { kind: 'privacy', language: 'en' },
    { kind: 'terms', language: 'en' },
  ])
  for (const { at } of accepted) expect(at.getTime()).toBeGreaterThanOrEqual(before.getTime() - 1000)
})

test('the link signs in, in the browser that requested it, by a press', async ({ page, people, mailbox }) => {
  const { email } = await people.member()
  await page.goto('/sign-in')
  await askForCode(page, email)
  const { link } = await mailbox.code(email)
  await page.goto(link)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/account')
})

test('the link, opened elsewhere, only shows the code for the browser that requested it', async ({
  page,
  people,
  mailbox,
  enter,
}) => {
  const { email } = await people.member()
  await page.goto('/sign-in')
  await askForCode(page, email)
  const { code, link } = await mailbox.code(email)
  const phone = await enter()
  await phone.goto(link)
  await expect(phone.getByRole('heading', { name: 'Type this code in the other browser' })).toBeVisible()
  await expect(phone.getByText(code)).toBeVisible()
  await expect(phone.getByRole('main').getByRole('button')).toHaveCount(0)
  await typeCode(page, code)
  await expect(page).toHaveURL('/account')
})

test('a mail scanner that opens the link, again and again, uses nothing up', async ({
  page,
  people,
  mailbox,
  request,
}) => {
  const { email } = await people.member()
  await page.goto('/sign-in')
  await askForCode(page, email)
  const { code, link } = await mailbox.code(email)
  for (const _ of [1, 2, 3]) expect((await request.get(link)).status()).toBe(200)
  await request.head(link)
  await typeCode(page, code)
  await expect(page).toHaveURL('/account')
})

test('after five wrong codes the right one is too late, and a new one works', async ({
  page,
  people,
  mailbox,
}) => {
  const { email } = await people.member()
  await page.goto('/sign-in')
  await askForCode(page, email)
  const { code } = await mailbox.code(email)
  const wrong = code === 'AAAA-AAAA' ? 'BBBB-BBBB' : 'AAAA-AAAA'
  const answer = page.getByRole('main').getByRole('alert')
  for (const _ of [1, 2, 3, 4, 5]) {
    await typeCode(page, wrong)
    await expect(answer).toContainText('That code is not right.')
    await page.reload()
  }
  await typeCode(page, code)
  await expect(answer).toContainText('This code has been used, was tried five times, or is older')
  await page.getByRole('button', { name: 'Send a new code' }).click()
  await expect(page.getByText('A new code is on its way.')).toBeVisible()
  await typeCode(page, (await mailbox.code(email)).code)
  await expect(page).toHaveURL('/account')
})

test('a code works once, and only in the browser that requested it', async ({
  page,
  people,
  mailbox,
  enter,
}) => {
  const { email } = await people.member()
  await page.goto('/sign-in')
  await askForCode(page, email)
  const { code } = await mailbox.code(email)

  const other = await enter()
  await other.goto('/sign-in')
  await askForCode(other, (await people.member()).email)
  await typeCode(other, code)
  await expect(other.getByRole('main').getByRole('alert')).toContainText('That code is not right.')

  const cookies = await page.context().cookies()
  await typeCode(page, code)
  await expect(page).toHaveURL('/account')
  const later = await enter()
  await later.context().addCookies(cookies)
  await later.goto('/sign-in/code')
  await expect(later.getByRole('heading', { name: 'Ask for a new code' })).toBeVisible()
})

test('a code is too old after ten minutes', async ({ page, people, mailbox, database }) => {
  const { email } = await people.member()
  await page.goto('/sign-in')
  await askForCode(page, email)
  const { code } = await mailbox.code(email)
  const life = await database.rows(
    `update challenges set created_at = created_at - interval '10 minutes', expires_at = expires_at - interval '10 minutes'
      where email = $1 returning expires_at - created_at = interval '10 minutes' as ten`,
    email,
  )
  expect(life).toEqual([{ ten: true }])
  await typeCode(page, code)
  await expect(page.getByRole('main').getByRole('alert')).toContainText('older than ten minutes')
})

test('a known and an unknown address get the same page; only the mailbox learns the difference', async ({
  enter,
  people,
  mailbox,
}) => {
  const [known, unknown] = [(await people.member()).email, newAddress('member')]
  const pages: string[] = []
  for (const email of [known, unknown]) {
    const page = await enter()
    await page.goto('/sign-in')
    await askForCode(page, email)
    await expect(page.getByRole('heading', mailboxPage)).toBeVisible()
    pages.push(((await page.getByRole('main').textContent()) ?? '').replace(email, 'the address'))
  }
  expect(pages[0]).toBe(pages[1])
  expect((await mailbox.code(known)).code).toMatch(/^\w{4}-\w{4}$/)
  expect((await mailbox.mail(unknown, 'Signing in')).text).toContain('There is no account')
})

test('joining with the address of an account sends a mail there and changes nothing', async ({
  page,
  people,
  mailbox,
  database,
}) => {
  const { email } = await people.member({ firstName: 'Thea' })
  await join(page, { email, firstName: 'Somebody' })
  await expect(page.getByRole('heading', mailboxPage)).toBeVisible()
  expect((await mailbox.mail(email, 'already')).text).toContain('You already have an account')
  await typeCode(page, (await mailbox.code(email)).code)
  await expect(page.getByText('Good to see you, Thea')).toBeVisible()
  expect(await database.rows('select id from accounts where email = $1', email)).toHaveLength(1)
})

test('a country without the programme gets the name of who runs it there; nothing typed is lost', async ({
  page,
}) => {
  const email = newAddress()
  await join(page, { email, country: 'US' })
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'The programme there is run by Panasonic North America.',
  )
  await expect(page.getByLabel('Country of residence')).toHaveValue('US')
  await expect(page.getByLabel('E-mail address')).toHaveValue(email)
  await expect(page.getByLabel('I accept the terms')).toBeChecked()
  await page.getByLabel('Country of residence').selectOption('FR')
  await page.getByRole('button', { name: 'Join and get the code' }).click()
  await expect(page.getByRole('heading', mailboxPage)).toBeVisible()
})

test('nobody under 18 joins, and who is 18 today does', async ({ page, database }) => {
  const email = newAddress()
  const [day] = await database.rows<{ young: string; old: string }>(
    `select ((now() at time zone 'Europe/Berlin')::date - interval '18 years' + interval '1 day')::date::text as young,
            ((now() at time zone 'Europe/Berlin')::date - interval '18 years')::date::text as old`,
  )
  await join(page, { email, bornOn: day?.young })
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Members are 18 or older')
  await page.getByLabel('Date of birth').fill(String(day?.old))
  await page.getByRole('button', { name: 'Join and get the code' }).click()
  await expect(page.getByRole('heading', mailboxPage)).toBeVisible()
})

test('what is missing is said by its field and on top, in one go', async ({ page }) => {
  await page.goto('/join')
  await page.getByLabel('First name').fill('Ruben')
  await page.getByRole('button', { name: 'Join and get the code' }).click()
  const summary = page.getByRole('main').getByRole('alert')
  await expect(summary).toBeFocused()
  await expect(summary.getByRole('link', { name: 'Please choose your country.' })).toBeVisible()
  await expect(page.getByLabel('Surname')).toHaveAccessibleDescription(/Please fill this in/)
  await expect(page.getByLabel('First name')).toHaveValue('Ruben')
})

test('signing in leads on to the requested page, and to no other site', async ({ page, people, mailbox }) => {
  const { email } = await people.member()
  await page.goto('/account/card')
  await expect(page).toHaveURL('/sign-in?next=%2Faccount%2Fcard')
  await askForCode(page, email)
  await typeCode(page, (await mailbox.code(email)).code)
  await expect(page).toHaveURL('/account/card')
  await page.goto('/sign-in?next=https://lumix-pro.example')
  await expect(page).toHaveURL('/account')
})

test('who reads German gets German pages and a German mail', async ({ enter, mailbox }) => {
  const page = await enter(undefined, { locale: 'de-DE' })
  const email = newAddress()
  await page.goto('/sign-in')
  await page.getByLabel('E-Mail-Adresse').fill(email)
  await page.getByRole('button', { name: 'Code zusenden' }).click()
  await expect(page.getByRole('heading', { name: 'Sehen Sie in Ihr Postfach' })).toBeVisible()
  expect((await mailbox.mail(email, 'LUMIX PRO')).text).toContain('kein Konto')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('somebody joins, signs out, and signs in again by the link', async ({ page, mailbox }) => {
    const email = newAddress()
    await join(page, { email, country: 'JP' })
    await expect(page.getByRole('main').getByRole('alert')).toContainText('Panasonic Japan')
    await expect(page.getByLabel('Surname')).toHaveValue('Probekötter')
    await join(page, { email })
    await typeCode(page, (await mailbox.code(email)).code)
    await expect(page).toHaveURL('/account')
    await page.getByRole('button', { name: 'Sign out' }).first().click()
    await expect(page).toHaveURL('/sign-in')

    await askForCode(page, email)
    await page.goto((await mailbox.code(email)).link)
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByText('Good to see you, Ruben')).toBeVisible()
  })
})
