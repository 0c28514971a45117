import type { CalendarYear } from './year.ts'

export const calendar2020: CalendarYear = {
  year: 2020,
  notices: [
    { number: '国办发明电〔2019〕16号', published: '2019-11-21', source: 'gov.cn content_5454164' },
    { number: '国办发明电〔2020〕1号', published: '2020-01-27', source: 'gov.cn content_5472352' },
  ],
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2020-01-01', to: '2020-01-01' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2020-01-24', to: '2020-02-02' },
    { name: { zh: '清明节', en: 'Qingming' }, from: '2020-04-04', to: '2020-04-06' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2020-05-01', to: '2020-05-05' },
    { name: { zh: '端午节', en: 'Dragon Boat Festival' }, from: '2020-06-25', to: '2020-06-27' },
    { name: { zh: '中秋节、国庆节', en: 'Mid-Autumn and National Day' }, from: '2020-10-01', to: '2020-10-08' },
  ],
  makeUp: ['2020-01-19', '2020-04-26', '2020-05-09', '2020-06-28', '2020-09-27', '2020-10-10'],
}
