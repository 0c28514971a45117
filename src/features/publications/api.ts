/** The routes of publications. */
import { type Route, routesOf } from '../../kit/routes.ts'
import { create, discard, edit, get, list } from './actions.ts'
import * as contracts from './contract.ts'
import { addFile, fileContent, recordFile, removeFile } from './files.ts'
import { publicationPolicies } from './policies.ts'

const { reads, acts } = routesOf(publicationPolicies)
/** A text of 200,000 signs and what is around it. */
const textBytes = 2_000_000
/** One file in base64 with what is around it. */
const fileBytes = 70_100_000

export const publicationRoutes: readonly Route[] = [
  reads(contracts.listPublications, { work: list }),
  acts(contracts.createPublication, { bodyBytes: textBytes, work: create }),
  reads(contracts.getPublication, { work: get }),
  acts(contracts.editPublication, { bodyBytes: textBytes, work: edit }),
  acts(contracts.discardPublication, { work: discard }),
  acts(contracts.addPublicationFile, { bodyBytes: fileBytes, work: addFile }),
  acts(contracts.removePublicationFile, { work: removeFile }),
  reads(contracts.publicationFileContent, { work: fileContent, recorded: recordFile }),
]
