/** 8h, 8h30, 8:30, 0830 → HH:MM on the 24-hour clock; undefined for anything else. */
export function readTime(text: string): string | undefined {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[hg:.]?(\d{2})|[hg:.])?$/i.exec(text.replace(/\s/g, '')) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}
