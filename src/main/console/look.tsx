/** How the components look: the colours of `base.css`, one size for all, larger on request. */
import { ConfigProvider, type ThemeConfig } from 'antd'
import english from 'antd/locale/en_US'
import chinese from 'antd/locale/zh_CN'
import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import { useLang } from '../../kit/console/language.tsx'

interface Size {
  readonly large: boolean
  readonly turn: () => void
}

const SizeContext = createContext<Size>({ large: false, turn: () => {} })
const store = 'gongkai.large'
const usualSize = 16
const largeSize = 20

function themeOf(size: number): ThemeConfig {
  return {
    hashed: false,
    token: {
      colorPrimary: '#1c3f73',
      colorLink: '#1c3f73',
      colorError: '#a8201a',
      colorSuccess: '#17653a',
      colorText: '#1d2530',
      colorTextSecondary: '#56606d',
      colorTextTertiary: '#56606d',
      colorTextDescription: '#56606d',
      colorTextPlaceholder: '#646e7b',
      colorBorder: '#7b8594',
      borderRadius: 2,
      fontSize: size,
      controlHeight: size * 2.5,
      controlHeightSM: size * 2,
      fontFamily: 'var(--sans)',
      motion: false,
    },
  }
}

/** Sets the look of all components below, and remembers the size of type. */
export function Look({ children }: { readonly children: ReactNode }) {
  const lang = useLang()
  const [large, setLarge] = useState(() => localStorage.getItem(store) === 'yes')
  useEffect(() => {
    localStorage.setItem(store, large ? 'yes' : 'no')
    document.documentElement.classList.toggle('c-large', large)
  }, [large])
  const size = { large, turn: () => setLarge(!large) }
  return (
    <SizeContext value={size}>
      <ConfigProvider
        locale={lang === 'en' ? english : chinese}
        theme={themeOf(large ? largeSize : usualSize)}
        wave={{ disabled: true }}
        button={{ autoInsertSpace: false }}
      >
        {children}
      </ConfigProvider>
    </SizeContext>
  )
}

export function useSize(): Size {
  return use(SizeContext)
}
