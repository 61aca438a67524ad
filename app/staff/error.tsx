'use client'

export { ErrorInFrame as default } from '@/app/_shared/error-screen'
