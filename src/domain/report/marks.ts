/** Printed where a form has a cell and the paper that was read had none; reading it back gives `absent` again. */
export const ABSENT_MARK = '〔缺〕'
