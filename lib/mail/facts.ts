/** What several mails tell. */
export type Membership = {
  number: string
  status: 'red' | 'silver' | 'gold' | 'platinum' | 'black'
  startsOn: string
  expiresOn: string
}

export type Purchase = {
  product: string
  serialEnding: string
  qualifying: boolean
  /** The member's page about it. */
  path: `/${string}`
}

/** What a reviewer answered, in the member's language. */
export type Answer = { reason: string; sentence?: string }
