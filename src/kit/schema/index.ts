/** Every table of the program in one list: what the migrations must give and a back-up must hold. */
import type { PgTable } from 'drizzle-orm/pg-core'
import * as record from '../../platform/record/schema.ts'
import * as agencies from './agencies.ts'
import * as citizens from './citizens.ts'
import * as desk from './desk.ts'
import * as people from './people.ts'
import * as publications from './publications.ts'
import * as requests from './requests.ts'

export const tables: readonly PgTable[] = [record, agencies, people, desk, requests, citizens, publications].flatMap(
  file => Object.values(file),
)
