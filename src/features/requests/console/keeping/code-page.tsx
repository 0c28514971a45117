/** 发给新的查询码: for one request, where the applicant stands at the counter. */
import { useParams } from '@tanstack/react-router'
import { useRead } from '../../../../kit/console/api.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { useMe } from '../../../../kit/console/me.tsx'
import { Loaded, PageHead } from '../../../../kit/console/states.tsx'
import { getRequest } from '../../contract/reads.ts'
import { NewCode } from './new-code.tsx'
import { codeWords } from './words.ts'

export function CodePage() {
  const t = useTell()
  const { agencyId } = useMe()
  const { requestId = '' }: { readonly requestId?: string } = useParams({ strict: false })
  const query = useRead(getRequest, { params: { agencyId, requestId }, query: {} })
  return (
    <div className="c-page">
      <Loaded query={query}>
        {({ case: { number } }) => (
          <>
            <PageHead title={t(codeWords.title(number))} lead={t(codeWords.lead)} />
            <NewCode requestId={requestId} number={number} />
          </>
        )}
      </Loaded>
    </div>
  )
}
