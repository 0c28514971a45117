import type { CalendarYear } from './year.ts'

export const calendar2019: CalendarYear = {
  year: 2019,
  notices: [
    { number: '国办发明电〔2018〕15号', published: '2018-12-06', source: 'gov.cn content_5346276' },
    { number: '国办发明电〔2019〕3号', published: '2019-03-22', source: 'gov.cn content_5375877' },
  ],
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2018-12-30', to: '2019-01-01' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2019-02-04', to: '2019-02-10' },
    { name: { zh: '清明节', en: 'Qingming' }, from: '2019-04-05', to: '2019-04-05' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2019-05-01', to: '2019-05-04' },
    { name: { zh: '端午节', en: 'Dragon Boat Festival' }, from: '2019-06-07', to: '2019-06-07' },
    { name: { zh: '中秋节', en: 'Mid-Autumn Festival' }, from: '2019-09-13', to: '2019-09-13' },
    { name: { zh: '国庆节', en: 'National Day' }, from: '2019-10-01', to: '2019-10-07' },
  ],
  makeUp: ['2018-12-29', '2019-02-02', '2019-02-03', '2019-04-28', '2019-05-05', '2019-09-29', '2019-10-12'],
}
