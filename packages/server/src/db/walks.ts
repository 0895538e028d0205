/** How bad a rating is, from 0 to 100, whichever its scale, as the index on it says it: the worst come first in a list by rating. */
export const BADNESS = `case rating_scale when 'csat' then (5 - rating_value) * 25 when 'nps' then 100 - rating_value * 10 else (7 - rating_value) * 100 / 6 end`
