'use client'

export { FramedError as default } from '../../framed-error'
