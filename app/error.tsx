'use client'

export { ErrorScreen as default } from './_shared/error-screen'
