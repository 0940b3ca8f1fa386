import type { Localised } from '@foxetales/shared-schemas/book'

/**
 * “{name} and the Lantern of Tales”, page by page. The lantern of a village burns on stories; it goes out, and a child and
 * a fox go to borrow light from the rain, the lake and the dark in the mountain, in a jar that the owl lends. A rough wind
 * takes it all, and they find that the way itself was the story: told aloud, everything lost comes back and lights the
 * lantern. Each language is written for reading aloud at 4–8 years, not translated word for word. After {they} only past
 * tenses stand that are the same for one and for many (“{They} ran”, never “was”).
 *
 * Clothes change for a reason that is told or seen: pyjamas at home (1–4), dungarees pulled on for the stairs (5), the yellow
 * coat over them by night and from the wood on (6, 11–33), off in the sun of the first morning (7–10), its hood up in the rain
 * (13), pyjamas again at home (34–35).
 */
export const title: Localised = {
  en: '{name} and the Lantern of Tales',
  vi: '{name} và chiếc đèn kể chuyện',
}

export const blurb: Localised = {
  en: 'When the village lantern goes out, {name} and a fox called Tale set off with an empty jar to borrow some light: from a rain that dances, a lake that shares, and a dark that is only shy.',
  vi: 'Khi chiếc đèn của làng vụt tắt, {name} cùng chú cáo tên Kể ôm một chiếc lọ rỗng lên đường xin ánh sáng: từ cơn mưa thích nhảy múa, mặt hồ hay chia sẻ, và bóng tối chỉ hơi nhút nhát thôi.',
}

export const storyText: readonly Localised[] = [
  {
    en: 'On a hill above the village a lantern burned. Every evening it told everybody goodnight.',
    vi: 'Trên ngọn đồi đầu làng có một chiếc đèn lồng. Tối nào đèn cũng chúc cả làng ngủ ngon.',
  },
  {
    en: 'At bedtime it blinked three times, and {name} counted: one for the bakers, two for the bees, three for {name}.',
    vi: 'Trước giờ ngủ, đèn nháy ba lần, và {name} ngồi đếm: một cho bác thợ bánh, hai cho đàn ong, ba cho {name}.',
  },
  {
    en: 'But one night it blinked once. And then, pfff, it went out.',
    vi: 'Nhưng một đêm nọ đèn chỉ nháy một cái. Rồi phụt, đèn tắt ngấm.',
  },
  {
    en: 'Tap, tap, tap! A fox sat at the window. “I am Tale,” said the fox. “I need somebody brave. Or somebody small.”',
    vi: 'Cốc, cốc, cốc! Một chú cáo ngồi bên cửa sổ. “Tớ là Kể,” cáo nói. “Tớ cần một người can đảm. Hay một người bé nhỏ cũng được.”',
  },
  {
    en: '{name} felt like both. On with the dungarees, and down the stairs on the tips of {their} toes.',
    vi: '{name} thấy mình vừa bé nhỏ, vừa can đảm. Thế là thay quần yếm, nhón chân, nhón chân, rón rén xuống cầu thang.',
  },
  {
    en: '“The lantern burns on stories,” said Tale, “and it has run out of new ones. Come, let us borrow some light from far away.”',
    vi: '“Đèn cháy bằng những câu chuyện,” Kể bảo, “mà chuyện mới thì hết mất rồi. Mình phải đi thật xa để xin ánh sáng về.”',
  },
  {
    en: 'By morning the path had learned their steps by heart: two feet, four paws, hop, hop, hop.',
    vi: 'Đến sáng, con đường đã thuộc lòng bước chân hai bạn: hai bàn chân, bốn bàn chân, tung tăng, tung tăng.',
  },
  {
    en: '“Where does the world end?” asked {name}. “I never got there,” said Tale. “I always stopped for lunch.”',
    vi: '“Thế giới rộng đến đâu thì hết nhỉ?” {name} hỏi. “Tớ chưa tới đó bao giờ,” Kể đáp. “Lần nào cũng dừng lại ăn trưa.”',
  },
  {
    en: 'In the oldest tree of all lived Hoo the owl, who knew where light is kept. Knock, knock!',
    vi: 'Trong cái cây già nhất có nhà bác cú Hu. Bác biết ánh sáng được cất ở đâu. Cốc, cốc!',
  },
  {
    en: '“Ask the rain,” said Hoo. “Ask the lake. Ask the mountain. And ask nicely. Here is a jar to carry the light home.”',
    vi: '“Hãy xin cơn mưa,” bác Hu dặn. “Hãy xin mặt hồ. Hãy xin ngọn núi. Nhớ xin cho lễ phép. Còn đây là chiếc lọ để đựng ánh sáng.”',
  },
  {
    en: 'First came the wood that whispers. “Shh,” said the leaves. “Hush,” said the ferns. {name} took one small step. Then one more.',
    vi: 'Đầu tiên là khu rừng thì thầm. “Suỵt,” lá cây nhắc. “Khẽ thôi,” đám dương xỉ bảo. {name} bước một bước nhỏ. Rồi một bước nữa.',
  },
  {
    en: '“Are you scared?” asked Tale. “A little,” said {name}. “Good,” said Tale. “Me too. Let us be scared together.”',
    vi: '“Cậu có sợ không?” Kể hỏi. “Hơi hơi,” {name} nói. “May quá,” Kể bảo. “Tớ cũng sợ. Mình sợ chung nhé.”',
  },
  {
    en: 'Then the rain came, and all it wanted was to dance. So they danced.',
    vi: 'Rồi mưa đến. Mưa chỉ muốn nhảy múa thôi. Thế là cả ba cùng nhảy.',
  },
  {
    en: 'When the rain was tired it said thank you, and dripped one drop into the jar: a drop with a rainbow inside.',
    vi: 'Nhảy mệt rồi, mưa cảm ơn và nhỏ vào lọ một giọt nước: giọt nước có cầu vồng ở trong.',
  },
  {
    en: 'Over the river they went, stone by stone by stone, and {name} spilled not a single colour.',
    vi: 'Hai bạn qua sông, từng hòn đá, từng hòn đá một. {name} không làm rơi một sắc màu nào.',
  },
  {
    en: 'In the reeds a little boat was waiting, as boats in stories do.',
    vi: 'Trong đám lau, một chiếc thuyền con đang đợi, như mọi chiếc thuyền trong truyện.',
  },
  {
    en: '“Please,” {name} asked the lake, “may we have some light?” And the lake let {them} scoop up a slice of sunset.',
    vi: '“Hồ ơi,” {name} hỏi, “cho cháu xin chút ánh sáng nhé?” Và hồ để {name} vớt lên một lát hoàng hôn.',
  },
  {
    en: 'Stars above, stars below. For a while nobody knew which way was up.',
    vi: 'Sao ở trên, sao ở dưới. Có một lúc chẳng ai biết đâu là trời.',
  },
  {
    en: 'That night Tale told old stories, until even the fire yawned.',
    vi: 'Đêm ấy Kể kể chuyện ngày xưa, đến khi cả đống lửa cũng ngáp.',
  },
  {
    en: 'Last of all came the mountain. Its cave was very, very wide, and very, very dark.',
    vi: 'Cuối cùng là ngọn núi. Hang núi rộng ơi là rộng, tối ơi là tối.',
  },
  {
    en: '“Somebody is in there,” whispered Tale. {name} held up the jar. “It is only the dark. And I think it is shy.”',
    vi: '“Có ai trong ấy kìa,” Kể thì thào. {name} giơ chiếc lọ lên cao. “Bóng tối đấy mà. Chắc bạn ấy nhút nhát thôi.”',
  },
  {
    en: 'So {name} said hello. Nobody had ever said hello to the dark before! It was so glad that it gave them its one warm spark.',
    vi: 'Thế là {name} cất tiếng chào. Chưa ai từng chào bóng tối bao giờ! Bóng tối mừng quá, tặng luôn đốm lửa ấm duy nhất của mình.',
  },
  {
    en: 'Drop and slice and spark! A kind wind lifted them up. “Home?” it asked. “Home!” they cried.',
    vi: 'Giọt mưa, lát hoàng hôn, đốm lửa! Một làn gió hiền nâng hai bạn lên. “Về nhà nhé?” gió hỏi. “Về nhà!” hai bạn reo.',
  },
  {
    en: 'But on the last cold ridge a rough wind was waiting. “Mine!” it roared. “Mine, mine, mine!”',
    vi: 'Nhưng trên đỉnh núi lạnh cuối cùng, một cơn gió dữ đang rình. “Của ta!” gió gào. “Của ta, của ta hết!”',
  },
  {
    en: 'Pop went the jar, and down they slid, down, down, down. And the drop, and the slice, and the spark?',
    vi: 'Bốp, lọ bật nắp, hai bạn trượt vèo vèo xuống dốc tuyết. Thế còn giọt mưa, lát hoàng hôn và đốm lửa?',
  },
  {
    en: 'Gone. {name} turned the jar upside down. Out fell a little snow, and nothing else.',
    vi: 'Mất hết rồi. {name} dốc ngược chiếc lọ. Rơi ra một ít tuyết, chẳng còn gì khác nữa.',
  },
  {
    en: 'Far below them the village waited. Not one window shone, and the lantern was as dark as before.',
    vi: 'Xa xa bên dưới, ngôi làng vẫn đợi. Không một ô cửa sáng, và chiếc đèn vẫn tối om như cũ.',
  },
  {
    en: '“I have nothing to bring them,” whispered {name}, and hugged the fox. Tale was warm, which is what friends are for.',
    vi: '“Tớ chẳng có gì mang về cả,” {name} thì thầm rồi ôm chặt lấy cáo. Kể ấm lắm. Bạn bè là thế mà.',
  },
  {
    en: '“Then tell me what happened,” said Tale. “All of it. From the start.”',
    vi: '“Vậy cậu kể tớ nghe đi,” Kể bảo. “Kể hết. Kể từ đầu.”',
  },
  {
    en: 'So {name} stood before the cold lantern, heart going bump, bump, bump, and began: “Once there was a rain that wanted to dance …”',
    vi: 'Thế là {name} đứng trước chiếc đèn lạnh, tim đập thình thịch, và bắt đầu: “Ngày xửa ngày xưa có một cơn mưa thích nhảy múa …”',
  },
  {
    en: '“… and a lake that shared its sunset, and a dark that was only shy, and two friends who were scared, and went anyway.” And every word began to shine.',
    vi: '“… có một mặt hồ biết chia sẻ hoàng hôn, một bóng tối chỉ nhút nhát thôi, và hai người bạn sợ ơi là sợ mà vẫn cứ đi.” Và từng lời, từng lời bừng sáng lên.',
  },
  {
    en: 'The lantern had never heard that one before. It listened. It flickered. And it laughed out loud with light!',
    vi: 'Chiếc đèn chưa từng nghe chuyện ấy bao giờ. Đèn lắng nghe. Đèn chớp chớp. Rồi đèn bật cười thành ánh sáng!',
  },
  {
    en: 'Everybody came running. “Who lit the lantern?” “{name} did!” cried Tale. “With a story!” “Again!” they all called. “From the start!”',
    vi: 'Cả làng chạy ùa đến. “Ai thắp đèn thế?” “{name} đấy!” Kể reo. “Thắp bằng một câu chuyện!” “Kể nữa đi! Kể lại từ đầu đi!”',
  },
  {
    en: '“Somewhere there is another dark window,” said Tale, “and I must go and tap on it.” “Tell them our story!” called {name}.',
    vi: '“Ở đâu đó có một khung cửa tối khác,” Kể bảo, “tớ phải đến gõ cốc, cốc, cốc.” “Nhớ kể chuyện của tụi mình nhé!” {name} gọi với theo.',
  },
  {
    en: 'That night the lantern blinked four times. One for the bakers. Two for the bees. Three for {name}. And four for a fox, far away: tap, tap, tap.',
    vi: 'Đêm ấy đèn nháy bốn lần. Một cho bác thợ bánh. Hai cho đàn ong. Ba cho {name}. Và bốn cho một chú cáo ở xa thật xa: cốc, cốc, cốc.',
  },
]
