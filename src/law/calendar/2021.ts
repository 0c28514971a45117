import type { CalendarYear } from './year.ts'

export const calendar2021: CalendarYear = {
  year: 2021,
  notices: [{ number: '国办发明电〔2020〕27号', published: '2020-11-25', source: 'gov.cn content_5564127' }],
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2021-01-01', to: '2021-01-03' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2021-02-11', to: '2021-02-17' },
    { name: { zh: '清明节', en: 'Qingming' }, from: '2021-04-03', to: '2021-04-05' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2021-05-01', to: '2021-05-05' },
    { name: { zh: '端午节', en: 'Dragon Boat Festival' }, from: '2021-06-12', to: '2021-06-14' },
    { name: { zh: '中秋节', en: 'Mid-Autumn Festival' }, from: '2021-09-19', to: '2021-09-21' },
    { name: { zh: '国庆节', en: 'National Day' }, from: '2021-10-01', to: '2021-10-07' },
  ],
  makeUp: ['2021-02-07', '2021-02-20', '2021-04-25', '2021-05-08', '2021-09-18', '2021-09-26', '2021-10-09'],
}
