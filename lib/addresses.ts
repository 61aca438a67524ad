/** The addresses of pages that lib has to name: in mails, and where a gate leads. Everything else is linked in app/. */
export type Path = `/${string}`

/** The query parameters of a page: a filter, a page number. */
export type Query = Record<string, string | number | null | undefined>

/** Returns the path with its query; empty values are left out. */
export function withQuery<P extends string>(path: P, parameters: Query = {}): P | `${P}?${string}` {
  const present = Object.entries(parameters).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  const query = new URLSearchParams(present.map(([key, value]) => [key, String(value)])).toString()
  return query ? `${path}?${query}` : path
}

export const paths = {
  signIn: '/sign-in',
  join: '/join',
  account: '/account',
  card: '/account/card',
  profile: '/account/profile',
  newRegistration: '/account/registrations/new',
  desk: '/staff/desk',
  reviews: '/staff/reviews',
  admin: '/staff/admin',
  factors: '/staff/factors',
  showFactor: '/staff/factors/show',
  statusRules: '/staff/admin/programme/status-rules',
  leadConfirmation: '/staff/lead/confirmation',
} as const satisfies Record<string, Path>

export const signInLinkPath = (challengeId: string, code: string): Path =>
  `/sign-in/link/${challengeId}/${code}`
export const emailChangePath = (token: string): Path => `/account/email/${token}`
export const staffInvitationPath = (token: string): Path => `/staff/invitation/${token}`
export const blackInvitationPath = (token: string): Path => `/black/${token}`
export const registrationPath = (id: string): Path => `/account/registrations/${id}`
export const staffAccountPath = (id: string): Path => `/staff/admin/staff/${id}`
export const centreConfirmationPath = (centreId: string): Path =>
  `/staff/admin/centres/${centreId}/confirmation`
export const alertPath = (id: string): Path => `/staff/admin/alerts/${id}`
export const textPath = (id: string): Path => `/staff/admin/programme/texts/${id}`
