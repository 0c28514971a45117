/** The list of steps of review, by the name the focus finds it under. */
export const stepsId = 'review-steps'
