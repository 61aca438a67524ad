import 'server-only'
import { env } from '@/lib/env'

/** Whether a request comes from one of our own pages. A missing or `null` Origin does not count. */
export const isSameOrigin = (headers: Headers) => headers.get('origin') === env().APP_URL
