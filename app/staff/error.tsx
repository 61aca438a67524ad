'use client'

export { ErrorInFrame as default } from '../error-screen'
