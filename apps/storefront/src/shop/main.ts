import { fillPrices } from './fill-prices.ts'
import { switchLanguages } from './switch-language.ts'

const fill = () => fillPrices(location.origin, 'lantern')
switchLanguages(fill)
await fill()
