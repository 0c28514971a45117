import type { CalendarYear } from './year.ts'

export const calendar2023: CalendarYear = {
  year: 2023,
  notices: [{ number: '国办发明电〔2022〕16号', published: '2022-12-08', source: 'gov.cn content_5730844' }],
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2022-12-31', to: '2023-01-02' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2023-01-21', to: '2023-01-27' },
    { name: { zh: '清明节', en: 'Qingming' }, from: '2023-04-05', to: '2023-04-05' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2023-04-29', to: '2023-05-03' },
    { name: { zh: '端午节', en: 'Dragon Boat Festival' }, from: '2023-06-22', to: '2023-06-24' },
    { name: { zh: '中秋节、国庆节', en: 'Mid-Autumn and National Day' }, from: '2023-09-29', to: '2023-10-06' },
  ],
  makeUp: ['2023-01-28', '2023-01-29', '2023-04-23', '2023-05-06', '2023-06-25', '2023-10-07', '2023-10-08'],
}
