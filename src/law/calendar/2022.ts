import type { CalendarYear } from './year.ts'

export const calendar2022: CalendarYear = {
  year: 2022,
  notices: [{ number: '国办发明电〔2021〕11号', published: '2021-10-25', source: 'gov.cn content_5644835' }],
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2022-01-01', to: '2022-01-03' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2022-01-31', to: '2022-02-06' },
    { name: { zh: '清明节', en: 'Qingming' }, from: '2022-04-03', to: '2022-04-05' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2022-04-30', to: '2022-05-04' },
    { name: { zh: '端午节', en: 'Dragon Boat Festival' }, from: '2022-06-03', to: '2022-06-05' },
    { name: { zh: '中秋节', en: 'Mid-Autumn Festival' }, from: '2022-09-10', to: '2022-09-12' },
    { name: { zh: '国庆节', en: 'National Day' }, from: '2022-10-01', to: '2022-10-07' },
  ],
  makeUp: ['2022-01-29', '2022-01-30', '2022-04-02', '2022-04-24', '2022-05-07', '2022-10-08', '2022-10-09'],
}
