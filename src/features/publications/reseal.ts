/** What this slice seals in columns: the keys of its files. */
import { resealerOf } from '../../kit/reseal.ts'
import { publicationFile } from '../../kit/schema/publications.ts'
import { filePlace } from './files.ts'

export const resealPublications = resealerOf([
  { table: publicationFile, row: publicationFile.id, value: publicationFile.key, name: 'key', placeOf: filePlace },
])
