/** Characters that change: simplified to traditional, badly converted, and easily mistaken for each other. */

const SIMPLE =
  '规项许罚费总额数维结纠审诉讼复议后决处种类务内询过执没现补确举报请绅无当递认获计转继续关业构组织会护权应让对属' +
  '于办为个级开传标准误与发号单万减变该据还简员进这经历见问题难稳边济机团体门户网测众统检区县云导预范围领农国记录' +
  '调阅编写实际书条专岭泽卫卖资环须访监归档强购价销层动况将划参训责电话联系届间时载够栏别陆则产兴启达长约证广军飞' +
  '绍贯虽虑协医险庆银术钱终纪给线练较输选钟闭队随顺顾饭馆马验鱼鸟黄齐龙学么们来两严临乌乐习乡买亚从优余净创劳势师' +
  '帐龄献状独盖盘码离积竞笔签紧绝细绩绿节营虚装觉订讨论设识评词试诚详语说谁课谈谢财败货质贵赛车轻辆迁运连适遗释针' +
  '铁错镇阳阶韩页顶频颜风饮驾点'
const FULL =
  '規項許罰費總額數維結糾審訴訟復議後決處種類務內詢過執沒現補確舉報請紳無當遞認獲計轉繼續關業構組織會護權應讓對屬' +
  '於辦為個級開傳標準誤與發號單萬減變該據還簡員進這經歷見問題難穩邊濟機團體門戶網測眾統檢區縣雲導預範圍領農國記錄' +
  '調閱編寫實際書條專嶺澤衛賣資環須訪監歸檔強購價銷層動況將劃參訓責電話聯繫屆間時載夠欄別陸則產興啟達長約證廣軍飛' +
  '紹貫雖慮協醫險慶銀術錢終紀給線練較輸選鐘閉隊隨順顧飯館馬驗魚鳥黃齊龍學麼們來兩嚴臨烏樂習鄉買亞從優餘淨創勞勢師' +
  '帳齡獻狀獨蓋盤碼離積競筆簽緊絕細績綠節營虛裝覺訂討論設識評詞試誠詳語說誰課談謝財敗貨質貴賽車輕輛遷運連適遺釋針' +
  '鐵錯鎮陽階韓頁頂頻顏風飲駕點'

const pairs = new Map<string, string>()
const full = [...FULL]
;[...SIMPLE].forEach((char, i) => {
  const other = full[i]
  if (other !== undefined) pairs.set(char, other)
})

const map = (text: string, change: ReadonlyMap<string, string>): string =>
  [...text].map(char => change.get(char) ?? char).join('')

/** Written in traditional characters, as a careful hand would. */
export function traditional(text: string): string {
  return map(text, pairs)
}

/** Turned into traditional characters by a machine that takes the wrong one of several. */
const WRONG = new Map([
  ['复', '複'],
  ['制', '製'],
  ['系', '係'],
  ['后', '后'],
  ['于', '于'],
  ['征', '徵'],
  ['只', '隻'],
  ['规', '規'],
  ['布', '佈'],
  ['范', '范'],
  ['向', '嚮'],
  ['表', '錶'],
  ['出', '齣'],
  ['准', '准'],
  ['采', '採'],
])

export function badlyConverted(text: string): string {
  return map(map(text, WRONG), new Map([...pairs].filter(([char]) => !WRONG.has(char))))
}

/** A character and one it is easily mistaken for; none that turns a label into another. */
export const lookalike: ReadonlyMap<string, string> = new Map([
  ['属', '署'],
  ['密', '蜜'],
  ['规', '现'],
  ['止', '正'],
  ['危', '为'],
  ['稳', '隐'],
  ['护', '户'],
  ['权', '仅'],
  ['益', '溢'],
  ['务', '物'],
  ['程', '成'],
  ['案', '按'],
  ['询', '寻'],
  ['掌', '常'],
  ['握', '屋'],
  ['现', '规'],
  ['制', '治'],
  ['申', '伸'],
  ['确', '却'],
  ['访', '仿'],
  ['诉', '拆'],
  ['复', '覆'],
  ['版', '板'],
  ['量', '里'],
  ['获', '茯'],
  ['继', '断'],
  ['续', '读'],
  ['收', '攻'],
  ['转', '传'],
  ['费', '废'],
  ['购', '构'],
])
