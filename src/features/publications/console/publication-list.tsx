/** 公开草稿: what is being made ready to publish. */

import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { publicationSources, publicationStates } from '../../../domain/publication/vocabulary.ts'
import { useCall } from '../../../kit/console/api.tsx'
import type { Choice } from '../../../kit/console/fields.tsx'
import type { FilterSpec } from '../../../kit/console/filters.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { ListView } from '../../../kit/console/list.tsx'
import { useSections } from '../../../kit/console/lookups.tsx'
import { useMay, useMe } from '../../../kit/console/me.tsx'
import { choicesOf } from '../../../kit/console/more-fields.tsx'
import { PageHead } from '../../../kit/console/states.tsx'
import type { Column } from '../../../kit/console/table.tsx'
import type { UrlState } from '../../../kit/console/url-state.ts'
import type { CallOf } from '../../../kit/contract.ts'
import { publicationCategories } from '../../../law/publications.ts'
import { shanghaiMinute } from '../../../ui/day.ts'
import { Isolated } from '../../../ui/isolated.tsx'
import { createPublication, listPublications, type PublicationItem, publicationFilters } from '../contract.ts'
import { categoryChoices } from './categories.ts'
import { NeededMark, StateMark } from './marks.tsx'
import { publicationWords as w } from './words.ts'

type Tell = ReturnType<typeof useTell>

export function PublicationList() {
  const t = useTell()
  const call = useCall()
  const { agencyId } = useMe()
  const sections = useSections()
  return (
    <div className="c-page c-page-wide">
      <PageHead title={t(w.title)} lead={t(w.lead)}>
        <Begin />
      </PageHead>
      <ListView<PublicationItem>
        id={[listPublications.id, agencyId]}
        caption={t(w.title)}
        file={t(w.title)}
        empty={t(w.empty)}
        first={<Begin />}
        filters={filters(t, sections)}
        load={({ set, ...rest }) =>
          call(listPublications, { params: { agencyId }, query: { ...queryOf(set), ...rest } })
        }
        rowKey={({ id }) => id}
        columns={columns(t)}
      />
    </div>
  )
}

function Begin() {
  const t = useTell()
  const may = useMay()
  const navigate = useNavigate()
  if (!may(createPublication)) return null
  return (
    <Button type="primary" onClick={() => void navigate({ to: '/publications/new' })}>
      {t(w.new)}
    </Button>
  )
}

function filters(t: Tell, sections: readonly Choice[]): readonly FilterSpec[] {
  return [
    { kind: 'search', name: 'q', label: t(w.search) },
    { kind: 'choice', name: 'state', label: t(w.state), choices: choicesOf(publicationStates, t) },
    { kind: 'choice', name: 'source', label: t(w.source), choices: choicesOf(publicationSources, t) },
    { kind: 'choice', name: 'category', label: t(w.category), choices: categoryChoices(t), more: true },
    { kind: 'choice', name: 'sectionId', label: t(w.section), choices: sections, more: true },
  ]
}

type Query = CallOf<typeof listPublications>['query']

/** The words of the address as the server is asked; what it would not understand is left out. */
function queryOf(state: UrlState): Query {
  const names = Object.keys(publicationFilters.shape) as (keyof typeof publicationFilters.shape)[]
  const fitting = names.filter(name => state[name] && publicationFilters.shape[name].safeParse(state[name]).success)
  return Object.fromEntries(fitting.map(name => [name, state[name]])) as Query
}

function columns(t: Tell): readonly Column<PublicationItem>[] {
  const category = (row: PublicationItem) => (row.category === null ? '' : t(publicationCategories[row.category].label))
  const source = (row: PublicationItem) => [t(publicationSources[row.source]), row.requestNumber].join(' ').trim()
  const updated = (row: PublicationItem) => shanghaiMinute(row.updatedAt)
  return [
    {
      key: 'title',
      head: t(w.name),
      names: true,
      text: ({ title }) => title,
      cell: ({ id, title }) => (
        <Link to="/publications/$publicationId" params={{ publicationId: id }}>
          <Isolated>{title}</Isolated>
        </Link>
      ),
    },
    {
      key: 'state',
      head: t(w.state),
      text: ({ state }) => t(publicationStates[state]),
      cell: ({ state, needed }) => (
        <span className="badges">
          <StateMark state={state} />
          {state === 'draft' && <NeededMark needed={needed} />}
        </span>
      ),
    },
    { key: 'source', head: t(w.source), text: source, cell: source },
    { key: 'category', head: t(w.category), text: category, cell: category },
    { key: 'section', head: t(w.section), text: row => row.section ?? '', cell: row => row.section ?? '' },
    { key: 'updated', head: t(w.updated), text: updated, cell: updated },
  ]
}
