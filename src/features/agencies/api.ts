/** The routes of agencies, their parts and their pages. */
import { importBytes } from '../../kit/import-sheet.ts'
import { type Route, routesOf, signedIn } from '../../kit/routes.ts'
import { topAgency } from '../../kit/tree.ts'
import { add, change, get, list } from './actions/agencies.ts'
import { closeAgency, reopenAgency } from './actions/closing.ts'
import * as documents from './actions/documents.ts'
import { firstGuide } from './actions/guide.ts'
import { importAgencies } from './actions/import.ts'
import * as parts from './actions/parts.ts'
import { getSettings, setSettings } from './actions/settings.ts'
import * as contracts from './contract.ts'
import { agencyPolicies } from './policies.ts'

const { reads, acts } = routesOf(agencyPolicies)

/** The superior is held meanwhile, which only who may write it can. */
const everywhere = { scope: () => 'installation' as const }

export const agencyRoutes: readonly Route[] = [
  reads(contracts.listAgencies, { work: list }),
  reads(contracts.getAgency, { work: get }),
  acts(contracts.addAgency, {
    // Below whom it is added decides; one without superior stands beside the top.
    resource: async task => {
      const { agencyId } = signedIn(task).actor
      return { agencyId: task.body.superiorId ?? (await topAgency(task.tx, agencyId)) }
    },
    work: add,
  }),
  acts(contracts.changeAgency, { ...everywhere, work: change }),
  acts(contracts.closeAgency, { work: closeAgency }),
  acts(contracts.reopenAgency, { ...everywhere, work: reopenAgency }),
  acts(contracts.importAgencies, {
    bodyBytes: importBytes,
    resource: task => ({ agencyId: signedIn(task).actor.agencyId }),
    work: importAgencies,
  }),
  reads(contracts.listSections, { work: parts.sections }),
  acts(contracts.addSection, { work: parts.addSection }),
  acts(contracts.changeSection, { work: parts.changeSection }),
  reads(contracts.getLeaders, { work: parts.leaders }),
  acts(contracts.setLeaders, { work: parts.setLeaders }),
  reads(contracts.listDocuments, { work: documents.documents }),
  reads(contracts.getDocument, { work: documents.document }),
  reads(contracts.firstGuide, { work: firstGuide }),
  acts(contracts.addDocument, { work: documents.addDocument }),
  acts(contracts.saveDocument, { work: documents.saveDocument }),
  acts(contracts.publishDocument, { resource: documents.publishedDraft, work: documents.publishDocument }),
  acts(contracts.removeDocument, { work: documents.removeDocument }),
  reads(contracts.getSettings, { work: getSettings }),
  acts(contracts.setSettings, { work: setSettings }),
]
