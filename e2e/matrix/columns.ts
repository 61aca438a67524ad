import { never, status } from './cells'

// What the rows of several files say alike: who may, what changes, and why there is no such case.

export const jobs = 'graphile_worker._private_jobs'
export const log = 'log_entries'

/** The half of a column that closes the staff's pages to everybody else. */
export const noMembers = { signedOut: 'sign-in', member: 'nothing', other: 'nothing' } as const
/** The half of a column that closes the members' pages to staff. */
export const noStaff = { desk: 'nothing', reviewer: 'nothing', admin: 'nothing' } as const
/** To start from, where one or two may. */
export const nobody = { ...noMembers, ...noStaff } as const
/** It does not exist, not even behind the sign-in page. */
export const notThere = { ...nobody, signedOut: 'nothing' } as const

/** An action of admins. */
export const adminsOnly = { ...nobody, admin: 'done' } as const
/** A page for admins. */
export const forAdmins = { ...nobody, admin: 'shown' } as const
/** An action about something of the admin's. */
export const adminsOwn = { ...noMembers, desk: 'refused', reviewer: 'refused', admin: 'done' } as const
/** An action of staff about themselves. */
export const anyStaff = { ...noMembers, desk: 'done', reviewer: 'done', admin: 'done' } as const

/** A route has no page that it could lead to. */
export const closed = status(401)
/** A list or a file that admins take along. */
export const takenByAdmins = { ...forAdmins, signedOut: closed } as const

/** An action of any member, about themselves. */
export const anyMember = {
  signedOut: 'sign-in',
  member: 'done',
  other: never('it is about the sender, and takes no id'),
  ...noStaff,
} as const
/** An action about something of the member's. */
export const membersOwn = { signedOut: 'sign-in', member: 'done', other: 'refused', ...noStaff } as const
/** A page about the person who opens it. */
export const ownPage = {
  signedOut: 'sign-in',
  member: 'shown',
  other: never('it shows what belongs to the person who opens it, and takes no id'),
  ...noStaff,
} as const

/** An action that is open to everybody, signed in or not. */
export const anybody = {
  signedOut: 'done',
  member: 'done',
  other: never('it is about this browser, and takes no id'),
  desk: 'done',
  reviewer: 'done',
  admin: 'done',
} as const
/** An action of anyone who opens the link in a mail. */
export const byToken = {
  ...anybody,
  other: never('the token is the proof, regardless of who is signed in'),
} as const

export const noId = never('it takes no id')
export const signedOutBefore = never('who is signed out already is the column "signed out"')
export const theSame = never('the same once more is the same')

/** A page that shows what belongs to nobody. */
export const everybody = {
  signedOut: 'shown',
  member: 'shown',
  other: never('it shows what belongs to nobody, and takes no id of anybody’s'),
  desk: 'shown',
  reviewer: 'shown',
  admin: 'shown',
} as const
