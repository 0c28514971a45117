/** The routes of requests. */
import { HOUR } from '../../domain/kernel/instant.ts'
import { requestActIds } from '../../domain/request/acts.ts'
import type { BeginPublication } from '../../kit/publishing.ts'
import { type Route, routesOf } from '../../kit/routes.ts'
import { archiveFile, recordArchive } from './actions/archive.ts'
import { paperPage, redactPaper, scanPaper } from './actions/materials.ts'
import { office, quoteFee, revisions } from './actions/office.ts'
import { addPaper, paperFile, recordPaperFile, removePaper } from './actions/papers.ts'
import { preview } from './actions/preview.ts'
import { counts, get, list, lookedOver, readBySupervisor, unmask } from './actions/reading.ts'
import { register } from './actions/register.ts'
import { actedOn, runAct } from './actions/run-act.ts'
import { citizenRoutes } from './citizen/routes.ts'
import { type ActContract, actContracts } from './contract/acts.ts'
import * as feeds from './contract/feed.ts'
import * as contracts from './contract/index.ts'
import * as feed from './feed/actions.ts'
import * as letters from './letters/actions.ts'
import type { MaterialReader } from './materials/reader.ts'
import { requestPolicies } from './policies.ts'

const { reads, acts } = routesOf(requestPolicies)
/** Several papers in base64 with what is around them. */
const papersBytes = 120_000_000
/** One paper in base64 with what is around it. */
const paperBytes = 70_100_000

/** `reader` looks into papers, `begin` takes what goes on to be published. */
export const requestRoutes = (reader: MaterialReader, begin: BeginPublication): readonly Route[] => [
  ...citizenRoutes(requestPolicies),
  acts(contracts.registerRequest, { secret: true, bodyBytes: papersBytes, work: register }),
  reads(contracts.listRequests, { work: list, recorded: lookedOver }),
  reads(contracts.countRequests, { work: counts, recorded: lookedOver }),
  // Before the one request that an id names: `office` is no id.
  reads(contracts.getOffice, { work: office }),
  reads(contracts.getRequest, { work: get, recorded: readBySupervisor }),
  acts(contracts.unmaskRequest, { work: unmask }),
  acts(contracts.addPaper, { bodyBytes: paperBytes, work: addPaper }),
  acts(contracts.removePaper, { work: removePaper }),
  reads(contracts.paperFile, { work: paperFile, recorded: recordPaperFile }),
  reads(contracts.scanPaper, scanPaper(reader)),
  reads(contracts.paperPage, paperPage(reader)),
  acts(contracts.redactPaper, redactPaper(reader)),
  reads(contracts.getLetter, { work: letters.getLetter }),
  acts(contracts.editLetter, { work: letters.editLetter }),
  reads(contracts.previewDraft, { work: letters.previewDraft }),
  reads(contracts.tryDraft, { work: letters.tryDraft }),
  reads(contracts.listRevisions, { work: revisions }),
  reads(contracts.quoteFee, { work: quoteFee }),
  reads(contracts.letterFile, { work: letters.letterFile, recorded: letters.recordLetterFile }),
  reads(contracts.letterForm, { work: letters.letterForm, recorded: letters.recordForm }),
  reads(feeds.getFeed, { work: feed.getFeed }),
  acts(feeds.makeFeed, { secret: true, work: feed.makeFeed }),
  acts(feeds.revokeFeed, { work: feed.revokeFeed }),
  reads(feeds.readFeed, { work: feed.readFeed, perAddress: { most: 120, within: HOUR } }),
  reads(contracts.archiveFile, { work: archiveFile, recorded: recordArchive }),
  reads(contracts.previewAct, { work: preview }),
  ...requestActIds.map(act =>
    acts<ActContract>(actContracts[act], {
      resource: task => actedOn(task, act),
      work: task => runAct(task, act, begin),
    }),
  ),
]
