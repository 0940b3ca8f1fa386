import type { Localised } from '@foxetales/shared-schemas/book'

/**
 * “{name} and the Lantern of Tales”, page by page. The lantern of a village burns on stories; it goes out, and a child and
 * a fox go to borrow light from the rain, the lake and the mountain. They lose it all, and find that the way itself was
 * the story: the child's own courage, told aloud, lights the lantern again. Each language is written for reading aloud at 4–8 years, not translated word for word. After {they} only
 * past tenses stand that are the same for one and for many (“{They} ran”, never “was”).
 */
export const title: Localised = {
  en: '{name} and the Lantern of Tales',
  vi: '{name} và chiếc đèn kể chuyện',
}

export const blurb: Localised = {
  en: 'When the village lantern goes out, {name} and a fox called Tale set off to borrow some light: from a rain that dances, a lake that shares, and a dark that is only shy.',
  vi: 'Khi chiếc đèn của làng vụt tắt, {name} cùng chú cáo tên Kể lên đường xin ánh sáng: từ cơn mưa thích nhảy múa, mặt hồ hay chia sẻ, và bóng tối chỉ hơi nhút nhát thôi.',
}

export const storyText: readonly Localised[] = [
  {
    en: 'On a hill above the village a lantern burned. Every evening it told everybody goodnight.',
    vi: 'Trên ngọn đồi đầu làng có một chiếc đèn lồng. Tối nào đèn cũng chúc cả làng ngủ ngon.',
  },
  {
    en: '{name} always counted its blinks from the window. One for the bakers. Two for the bees. Three for {name}.',
    vi: 'Đêm nào {name} cũng đếm đèn nháy qua cửa sổ. Một cho bác thợ bánh. Hai cho đàn ong. Ba cho {name}.',
  },
  {
    en: 'But tonight it blinked only once. And then it went out.',
    vi: 'Nhưng tối nay đèn chỉ nháy một cái. Rồi tắt phụt.',
  },
  {
    en: 'Tap, tap, tap! A fox sat at the window. “I am Tale,” said the fox. “I need somebody brave. Or somebody small.”',
    vi: 'Cốc, cốc, cốc! Một chú cáo ngồi bên cửa sổ. “Tớ là Kể,” cáo nói. “Tớ cần một người can đảm. Hay một người bé nhỏ cũng được.”',
  },
  {
    en: '{name} felt like both. So {they} crept down the stairs on the tips of {their} toes.',
    vi: '{name} thấy mình vừa bé nhỏ, vừa can đảm. Thế là nhón chân, nhón chân, rón rén xuống cầu thang.',
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
    en: 'In the oldest tree of all lived Hoo the owl, who knew where light is kept.',
    vi: 'Trên cái cây già nhất có bác cú Hu. Bác biết ánh sáng được cất ở đâu.',
  },
  {
    en: '“Ask the rain,” said Hoo. “Ask the lake. Ask the mountain. And ask nicely.”',
    vi: '“Hãy xin cơn mưa,” bác Hu dặn. “Hãy xin mặt hồ. Hãy xin ngọn núi. Và nhớ xin cho lễ phép.”',
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
    en: 'When the rain was tired it said thank you, and left them one drop with a rainbow inside.',
    vi: 'Nhảy mệt rồi, mưa cảm ơn và tặng hai bạn một giọt nước có cầu vồng ở trong.',
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
    en: '“Please,” {name} asked the lake, “may we have some light?” And the lake gave them a slice of sunset.',
    vi: '“Hồ ơi,” {name} hỏi, “cho cháu xin chút ánh sáng nhé?” Và hồ tặng hai bạn một lát hoàng hôn.',
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
    en: 'Last of all came the mountain. And the mountain’s mouth was very, very wide.',
    vi: 'Cuối cùng là ngọn núi. Miệng núi rộng, rộng ơi là rộng.',
  },
  {
    en: '“It is dark in there,” said Tale. {name} held the lamp up high. “Maybe the dark is only shy.”',
    vi: '“Trong ấy tối lắm,” Kể nói. {name} giơ đèn lên cao. “Chắc bóng tối chỉ nhút nhát thôi.”',
  },
  {
    en: 'So {name} said hello to the dark. And the mountain gave them one warm spark.',
    vi: 'Thế là {name} cất tiếng chào bóng tối. Và ngọn núi tặng hai bạn một đốm lửa ấm.',
  },
  {
    en: 'A kind wind took them by the hand. “Home?” it asked. “Home!” they said.',
    vi: 'Một làn gió hiền cầm tay hai bạn. “Về nhà nhé?” gió hỏi. “Về nhà!” hai bạn reo.',
  },
  {
    en: 'But a rough wind pushed in between. “Mine!” it roared. “Mine, mine, mine!”',
    vi: 'Nhưng một cơn gió dữ chen vào. “Của ta!” gió gào. “Của ta, của ta hết!”',
  },
  {
    en: 'Down they tumbled, ears over heels, into the snow. And the drop, and the slice, and the spark?',
    vi: 'Hai bạn lăn lông lốc xuống tuyết. Thế còn giọt mưa, lát hoàng hôn và đốm lửa?',
  },
  {
    en: 'Gone. {name} looked and looked. Only snow lay in {their} two cold hands.',
    vi: 'Mất hết rồi. {name} tìm mãi, tìm mãi. Trong đôi tay lạnh chỉ còn tuyết thôi.',
  },
  {
    en: 'Far below them the village waited in the dark.',
    vi: 'Xa xa bên dưới, ngôi làng vẫn đợi trong bóng tối.',
  },
  {
    en: '“I have nothing to bring them,” whispered {name}. Tale came close and was warm, which is what friends are for.',
    vi: '“Tớ chẳng có gì mang về cả,” {name} thì thầm. Kể nép sát lại cho ấm. Bạn bè là thế mà.',
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
    en: '“… and a lake that shared its sunset, and a dark that was only shy, and two friends who were scared, and went anyway.”',
    vi: '“… có một mặt hồ biết chia sẻ hoàng hôn, một bóng tối chỉ nhút nhát thôi, và hai người bạn sợ ơi là sợ mà vẫn cứ đi.”',
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
    en: 'That night the lantern blinked four times. One for the bakers. Two for the bees. Three for {name}. And four for a fox.',
    vi: 'Đêm ấy đèn nháy bốn lần. Một cho bác thợ bánh. Hai cho đàn ong. Ba cho {name}. Và bốn cho một chú cáo.',
  },
  {
    en: 'And somewhere far away, at another dark window: tap, tap, tap.',
    vi: 'Và ở một nơi xa thật xa, bên một khung cửa tối khác: cốc, cốc, cốc.',
  },
]
