/**
 * Folds text for comparing labels: width, script, quotes and spacing do not tell one label from another.
 * Values and prose are never folded; only what is compared with the form is.
 */

/**
 * Traditional, variant and badly machine-converted characters that stand for a character of the form or of the
 * usual prose around it. Many to one: a converter that writes 行政複議 for 行政复议 is understood.
 */
const VARIANTS =
  '总總体體况況动動开開资資处處请請数數复復复複复覆诉訴讼訟类類关關系係系繫规規范範许許强強业業费費购購采採项項额額单單万萬元圓与與于於区區别別别彆内內务務执執无無现現制製补補后後确確认認举舉报報结結转轉继繼续續' +
  '办辦审審终終维維纠糾经經议議发發发髮废廢效効属屬国國机機稳穩护護权權条條组組织織团團构構会會个個计計两兩讯訊获獲获穫征徵对對号號据據点點题題进進状狀减減实實标標准準为為为爲这這种種时時间間该該领領导導责責监監' +
  '检檢布佈传傳应應当當当噹学學术術长長电電网網络絡台臺台檯门門问問县縣乡鄉镇鎮厅廳级級称稱农農书書专專义義识識调調证證评評访訪训訓记記设設论論贯貫彻徹质質运運过過达達适適选選邮郵录錄键鍵阳陽际際险險难難预預页頁' +
  '须須愿願馆館验驗只隻只祇只衹并並并併向嚮众眾众衆历歷历曆面麵里裡里裏卫衛财財产產营營层層岁歲广廣从從来來们們还還儿兒让讓变變显顯满滿独獨环環献獻约約纪紀纳納统統绩績综綜编編缴繳职職联聯节節药藥虽雖见見观觀视視' +
  '览覽讨討讲講词詞语語误誤说說读讀课課谈談负負败敗账賬货貨贸貿赔賠轮輪载載较較输輸边邊迁遷远遠连連违違递遞释釋针針钱錢锁鎖错錯阅閱队隊阶階随隨静靜顶頂顾顧风風飞飛饭飯驻駐鱼魚黄黃齐齊龙龍党黨华華协協卖賣劳勞势勢' +
  '医醫员員园園围圍图圖场場块塊声聲头頭奖獎妇婦宁寧宝寶宾賓将將尔爾尽盡届屆岛島师師带帶帮幫库庫庆慶异異张張归歸径徑忆憶怀懷态態总縂惩懲战戰户戶扩擴抚撫护衞拟擬择擇挂掛损損换換据拠摄攝无旡旧舊显顕晋晉暂暫术朮极極' +
  '档檔桥橋梦夢检検楼樓欢歡残殘毕畢汇匯汇彙济濟测測浏瀏涉渉温溫湾灣灾災炼煉热熱爱愛牵牽狱獄玛瑪画畫疗療盘盤础礎离離种穜积積穷窮竞競笔筆筹籌签簽简簡粮糧给給绍紹绝絕继継绿綠缘緣缩縮罚罰罗羅群羣'

/** One-character enumerators and the digit each stands for. */
const ENUMERATORS = [
  ['①②③④⑤⑥⑦⑧⑨', '123456789'],
  ['⑴⑵⑶⑷⑸⑹⑺⑻⑼', '123456789'],
  ['⒈⒉⒊⒋⒌⒍⒎⒏⒐', '123456789'],
  ['㈠㈡㈢㈣㈤㈥㈦㈧㈨', '一二三四五六七八九'],
] as const

const FOLD = buildTable()

function buildTable(): Uint16Array {
  const table = new Uint16Array(65536)
  for (let code = 0; code < 65536; code++) table[code] = foldCode(code)
  for (let i = 0; i + 1 < VARIANTS.length; i += 2) table[VARIANTS.charCodeAt(i + 1)] = VARIANTS.charCodeAt(i)
  for (const [forms, plain] of ENUMERATORS) {
    for (let i = 0; i < forms.length; i++) table[forms.charCodeAt(i)] = plain.charCodeAt(i)
  }
  return table
}

/** The folded code unit, or 0 where the character does not count in a comparison. */
function foldCode(code: number): number {
  if (code >= 48 && code <= 57) return code
  if (code >= 65 && code <= 90) return code + 32
  if (code >= 97 && code <= 122) return code
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10 + 48
  if (code >= 0xff21 && code <= 0xff3a) return code - 0xff21 + 97
  if (code >= 0xff41 && code <= 0xff5a) return code - 0xff41 + 97
  if (code >= 0x2e80 && code <= 0x2fdf) return radical(code)
  if (code === 0x3007) return code
  if (code < 0x2e80 || (code >= 0x3000 && code <= 0x33ff) || code >= 0xe000) return isCompatibilityHan(code) ? code : 0
  return code
}

function isCompatibilityHan(code: number): boolean {
  return code >= 0xf900 && code <= 0xfaff
}

function radical(code: number): number {
  const plain = String.fromCharCode(code).normalize('NFKC')
  return plain.length === 1 ? plain.charCodeAt(0) : code
}

/** Folds one UTF-16 code unit: 0 means it is dropped. */
export function foldUnit(code: number): number {
  return FOLD[code] ?? 0
}

/** Folds a whole text: digits, Latin letters and Han characters only, one script, one width. */
export function fold(text: string): string {
  let out = ''
  for (let i = 0; i < text.length; i++) {
    const code = foldUnit(text.charCodeAt(i))
    if (code !== 0) out += String.fromCharCode(code)
  }
  return out
}
