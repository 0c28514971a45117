/** The strokes of the icons, in a square of 24; drawn on the server and in the browser alike. */
export const iconPaths = {
  error: 'M8 1.5h8L22.5 8v8L16 22.5H8L1.5 16V8zM12 7v6.5M12 17v.5',
  warning: 'M12 2.5 22.5 21h-21zM12 9v6M12 18v.5',
  info: 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zM12 11v6M12 7v.5',
  ok: 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zM7 12.5l3.5 3.5L17 9',
  failed: 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zM8 8l8 8M16 8l-8 8',
  waiting: 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zM12 6.5V12l4 2.5',
  reading: 'M4 3h11l5 5v13H4zM14.5 3v5.5H20M8 13h8M8 17h5',
  upload: 'M12 16V4M7 8.5 12 3.5l5 5M4 15.5V20h16v-4.5',
  folder: 'M2.5 5h7l2 2.5h10V20h-19z',
  file: 'M5 2.5h9l5 5v14H5zM13.5 2.5V8H19',
  download: 'M12 4v12M7 11.5l5 5 5-5M4 20h16',
  discard: 'M4 6h16M9 6V3.5h6V6M6 6l1 15h10l1-15M10 10v7M14 10v7',
  next: 'M9 5l7 7-7 7',
  back: 'M15 5l-7 7 7 7',
  search: 'M10.5 3a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zM16 16l5.5 5.5',
  print: 'M7 8V3h10v5M7 17H3V8h18v9h-4M7 13.5h10V21H7z',
  feed: 'M5 19v-.5M4 11a9 9 0 0 1 9 9M4 4a16 16 0 0 1 16 16',
  cancelled: 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zM7 12h10',
} as const

export type IconName = keyof typeof iconPaths
