/* SPDX-License-Identifier: GPL-3.0-or-later
 * Traditional characters with their simplified forms. */
#include "document/zp-proof-private.h"

/* clang-format off */
/* Each before its simplified form, in the order of their code points. Names keep rare characters, so
 * only common ones are here. */
static const char glyphs[] =
  "並并來来個个們们備备儉俭別别則则剛刚創创劃划劉刘動动務务勞劳勢势勵励區区協协厲厉"
  "參参叢丛員员問问啟启單单嗎吗嘆叹嚴严國国圍围園园圓圆圖图團团執执報报場场塊块墾垦"
  "壇坛壓压壞坏壯壮壽寿夠够夢梦夾夹奪夺奮奋婦妇媽妈孫孙學学實实寧宁審审寫写寬宽寶宝"
  "將将專专尋寻對对導导層层屬属岡冈島岛峽峡崗岗嶺岭嶽岳師师帳账帶带幣币幫帮幹干庫库"
  "廟庙廠厂廢废廣广廳厅張张強强彈弹彙汇徑径從从復复恆恒悶闷惡恶愛爱態态慘惨慣惯慮虑"
  "慶庆憂忧憑凭憲宪應应懷怀戰战戲戏戶户拋抛挾挟捨舍掃扫採采揚扬換换揮挥損损搖摇搶抢"
  "摯挚撥拨擁拥擇择擊击擔担據据擬拟擴扩擺摆攝摄敗败敘叙敵敌數数斷断時时晉晋晝昼暢畅"
  "曆历曬晒書书會会朧胧東东條条棄弃棗枣業业極极構构槍枪樂乐樓楼標标樞枢樣样樹树橋桥"
  "機机橫横檔档檢检櫃柜欄栏權权歐欧歡欢歷历殘残殺杀毀毁氣气決决沒没沖冲況况洩泄涼凉"
  "淚泪淨净淺浅測测渾浑湯汤準准溝沟溫温滅灭滯滞滿满漁渔漢汉漲涨漸渐潔洁潛潜澤泽濃浓"
  "濟济濤涛濫滥濱滨灑洒灣湾災灾為为烏乌無无煉炼煙烟煩烦熱热燈灯營营爐炉爭争爺爷牆墙"
  "狀状獎奖獨独獲获獻献現现環环產产畝亩畢毕異异當当療疗癥症發发盡尽監监盤盘眾众睏困"
  "矯矫確确碼码磚砖礎础禍祸禦御種种稱称積积穩稳窮穷競竞筆笔筍笋節节範范築筑簡简簽签"
  "籌筹籤签糧粮糾纠紀纪約约紅红紋纹納纳純纯紙纸級级紛纷細细紹绍終终組组結结絕绝絡络"
  "給给統统絲丝經经綜综綠绿維维綱纲網网緊紧緒绪線线締缔編编緩缓緯纬練练縣县縮缩縱纵"
  "總总績绩織织繪绘繳缴繼继續续罰罚羅罗義义習习聯联聲声職职聽听肅肃脅胁脫脱腦脑膠胶"
  "臨临臺台與与興兴舉举舊旧艦舰艱艰華华萬万葉叶蔣蒋藍蓝藝艺藥药蘇苏處处虛虚號号蟲虫"
  "術术衛卫補补裝装製制複复襲袭覈核見见規规視视覺觉覽览觀观觸触訂订計计訊讯討讨訓训"
  "記记訪访設设許许訴诉診诊評评詞词詢询試试話话該该詳详誌志認认誠诚誤误說说課课調调"
  "談谈請请論论諸诸諾诺謀谋講讲謝谢證证識识譜谱議议護护讀读變变讓让豐丰貝贝負负財财"
  "貢贡貧贫貨货販贩貪贪貫贯責责貴贵買买貸贷費费貼贴貿贸資资賈贾賓宾賞赏賠赔賢贤賣卖"
  "質质賬账賴赖購购贈赠贊赞贏赢趙赵趨趋跡迹踐践車车軌轨軍军軟软較较載载輕轻輛辆輸输"
  "轄辖轉转辦办農农迴回這这連连週周進进運运過过達达違违遞递遠远適适遲迟遷迁選选遺遗"
  "還还邊边鄉乡鄧邓鄭郑鄰邻醫医釋释針针鈔钞銀银鋼钢錄录錢钱錯错鍵键鎮镇鏡镜鐵铁長长"
  "門门閉闭開开閒闲間间閣阁閱阅闊阔關关陣阵陰阴陳陈陸陆陽阳隊队階阶際际隨随險险隱隐"
  "雙双雜杂難难雲云電电霧雾靈灵靜静響响頁页頂顶項项順顺須须預预頒颁頓顿頗颇領领頭头"
  "頻频題题額额願愿類类顧顾顯显風风飛飞飯饭飲饮養养館馆饑饥馬马駐驻駕驾駛驶騙骗騰腾"
  "驅驱驗验驚惊體体髮发鬥斗魚鱼鮮鲜鳥鸟鹽盐麗丽麥麦黃黄點点黨党齊齐齒齿龍龙龜龟";
/* clang-format on */

/* Every character takes three bytes. */
#define PAIR 6

/**
 * zp_proof_find_simplified:
 *
 * Returns: the simplified form of a traditional character, or 0 for any other character
 */
gunichar
zp_proof_find_simplified (gunichar character)
{
  gsize low = 0;
  gsize high = (sizeof glyphs - 1) / PAIR;

  while (low < high)
    {
      gsize middle = (low + high) / 2;
      const char *pair = glyphs + middle * PAIR;

      if (g_utf8_get_char (pair) == character)
        return g_utf8_get_char (pair + PAIR / 2);
      if (g_utf8_get_char (pair) < character)
        low = middle + 1;
      else
        high = middle;
    }

  return 0;
}
