import { z } from 'zod'

export const FailedMailId = z.object({ mail: z.uuid() })
export type FailedMailId = z.output<typeof FailedMailId>

export const FailedJobId = z.object({ job: z.string().regex(/^[1-9]\d{0,17}$/) })
export type FailedJobId = z.output<typeof FailedJobId>
