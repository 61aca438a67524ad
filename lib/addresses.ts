/** The addresses of pages that lib has to name: in mails, and where a gate leads. Everything else is linked in app/. */
export type Path = `/${string}`

export const paths = {
  signIn: '/sign-in',
  join: '/join',
  account: '/account',
  card: '/account/card',
  profile: '/account/profile',
  newRegistration: '/account/products/new',
  desk: '/staff/desk',
  reviews: '/staff/reviews',
  admin: '/staff/admin',
  factors: '/staff/factors',
  showFactor: '/staff/factors/show',
  statusRules: '/staff/admin/programme/rules',
  leadConfirmation: '/staff/centre/confirm',
} as const satisfies Record<string, Path>

export const signInLinkPath = (challengeId: string, code: string): Path =>
  `/sign-in/link/${challengeId}/${code}`
export const emailChangePath = (token: string): Path => `/account/email/${token}`
export const staffInvitationPath = (token: string): Path => `/staff/join/${token}`
export const blackInvitationPath = (token: string): Path => `/invitation/${token}`
export const registrationPath = (id: string): Path => `/account/products/${id}`
export const staffAccountPath = (id: string): Path => `/staff/admin/staff/${id}`
export const centreConfirmationPath = (centreId: string): Path => `/staff/admin/centres/${centreId}/confirm`
export const alertPath = (id: string): Path => `/staff/admin/alerts/${id}`
export const textPath = (id: string): Path => `/staff/admin/programme/texts/${id}`
