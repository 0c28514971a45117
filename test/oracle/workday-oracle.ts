/**
 * Working days once more: shares nothing with src. Days are numbers counted by Date.UTC; a year is its weekdays off
 * and its weekends on, as month and day.
 */

const weekdaysOff: Readonly<Record<number, string>> = {
  2018: '1231',
  2019: '0101 0204 0205 0206 0207 0208 0405 0501 0502 0503 0607 0913 1001 1002 1003 1004 1007',
  2020: '0101 0124 0127 0128 0129 0130 0131 0406 0501 0504 0505 0625 0626 1001 1002 1005 1006 1007 1008',
  2021: '0101 0211 0212 0215 0216 0217 0405 0503 0504 0505 0614 0920 0921 1001 1004 1005 1006 1007',
  2022: '0103 0131 0201 0202 0203 0204 0404 0405 0502 0503 0504 0603 0912 1003 1004 1005 1006 1007',
  2023: '0102 0123 0124 0125 0126 0127 0405 0501 0502 0503 0622 0623 0929 1002 1003 1004 1005 1006',
  2024: '0101 0212 0213 0214 0215 0216 0404 0405 0501 0502 0503 0610 0916 0917 1001 1002 1003 1004 1007',
  2025: '0101 0128 0129 0130 0131 0203 0204 0404 0501 0502 0505 0602 1001 1002 1003 1006 1007 1008',
  2026: '0101 0102 0216 0217 0218 0219 0220 0223 0406 0501 0504 0505 0619 0925 1001 1002 1005 1006 1007',
}
const weekendsOn: Readonly<Record<number, string>> = {
  2018: '1229',
  2019: '0202 0203 0428 0505 0929 1012',
  2020: '0119 0426 0509 0628 0927 1010',
  2021: '0207 0220 0425 0508 0918 0926 1009',
  2022: '0129 0130 0402 0424 0507 1008 1009',
  2023: '0128 0129 0423 0506 0625 1007 1008',
  2024: '0204 0218 0407 0428 0511 0914 0929 1012',
  2025: '0126 0208 0427 0928 1011',
  2026: '0104 0214 0228 0509 0920 1010',
}

const DAY = 86_400_000

export function toDay(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / DAY
}

export function toIso(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

const flipped = new Set(
  [weekdaysOff, weekendsOn].flatMap(table =>
    Object.entries(table).flatMap(([year, days]) =>
      days.split(' ').map(d => Date.UTC(Number(year), Number(d.slice(0, 2)) - 1, Number(d.slice(2))) / DAY),
    ),
  ),
)

const firstKnown = Date.UTC(2019, 0, 1) / DAY
const lastKnown = Date.UTC(2026, 11, 31) / DAY

export function unknownYear(day: number): boolean {
  return day < firstKnown || day > lastKnown
}

/** 1970-01-01 was a Thursday. Days listed above are the other way round than their weekday says. */
export function works(day: number): boolean {
  const weekend = (((day + 3) % 7) + 7) % 7 >= 5
  return flipped.has(day) ? weekend : !weekend
}
