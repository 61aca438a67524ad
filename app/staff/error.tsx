'use client'

export { FramedError as default } from '../_shared/framed-error'
