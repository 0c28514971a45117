/** The fee once more, written from the formulas of D§4.2 and not from the schedule: shares nothing with src. */

/** Adds the price of the 1st, 2nd … n-th request of the month. */
export function itemsFeeByHand(n: number): number {
  let sum = 0
  for (let k = 1; k <= n; k++) {
    if (k > 30) sum += 200 + 100 * Math.floor((k - 31) / 10)
    else if (k > 10) sum += 100
  }
  return sum
}

/** Each threshold passed makes every further page dearer: by 10, by another 10, by another 20. */
export function pagesFeeByHand(pages: number): number {
  const beyond = (limit: number) => Math.max(0, pages - limit)
  return 10 * beyond(30) + 10 * beyond(100) + 20 * beyond(200)
}
