/** Shapes that several contracts of this slice share. */
import { z } from 'zod'
import { line } from '../../kit/shapes.ts'

export const login = line(64, 2)
export const roles = z.array(z.string().max(40)).max(20)
