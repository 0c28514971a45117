/** How many times as much the random tests try: ten times in the nightly run (scripts/nightly.mjs). */
export const nightly = process.env.GONGKAI_NIGHTLY === '1' ? 10 : 1
