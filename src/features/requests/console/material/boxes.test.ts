import { describe, expect, it } from 'vitest'
import { type Box, boxBetween, isSpeck, moved, placeOf, sized } from './boxes.ts'

const page = { width: 600, height: 800 }
const box: Box = { page: 1, box: [100, 700, 200, 720] }

describe('a box over a page', () => {
  it('given two corners in any order, is the same box', () => {
    expect(boxBetween(1, [200, 700], [100, 720])).toEqual(box)
  })

  it('given a click without a way, is none', () => {
    expect(isSpeck(boxBetween(1, [100, 100], [101, 130]))).toBe(true)
    expect(isSpeck(box)).toBe(false)
  })

  it('moved over the edge, stays whole on the page', () => {
    expect(moved(box, 900, 900, page).box).toEqual([500, 780, 600, 800])
    expect(moved(box, -900, -900, page).box).toEqual([0, 0, 100, 20])
  })

  it('sized, keeps its upper left corner and never turns over', () => {
    expect(sized(box, 50, -10, page).box).toEqual([100, 690, 250, 720])
    expect(sized(box, -500, 500, page).box).toEqual([100, 716, 104, 720])
  })

  it('is placed from the top of the picture, though points count from the bottom', () => {
    expect(placeOf([0, 600, 300, 800], page)).toEqual({ left: '0%', top: '0%', width: '50%', height: '25%' })
  })
})
