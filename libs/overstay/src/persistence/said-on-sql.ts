/** The business day on which something was said: the day of its moment, never later than today. `moment`: text of a parameter, may be null. */
export const saidOnSql = (moment: string): string =>
  `least(business_day(), coalesce((${moment}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date, business_day()))`;
