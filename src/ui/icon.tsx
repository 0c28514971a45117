/** Line icons, drawn in the text's colour. Always beside a word: they are hidden from screen readers. */
import { type IconName, iconPaths } from './icon-paths.ts'

/** One icon at the size of the text around it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={iconPaths[name]} fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" />
    </svg>
  )
}
