import { FileRefused } from './reading-limits';

export interface TagSink {
  /** `tag`: the inside of the brackets without the slash; the local name is its start up to the first blank. */
  open(name: string, tag: string, closed: boolean): void;
  text(text: string): void;
  close(name: string): void;
}

const damaged = () =>
  new FileRefused(
    'FILE_DAMAGED',
    'Nội dung tệp bị hỏng hoặc không đúng chuẩn Excel. Hãy mở tệp bằng Excel, chọn Lưu thành (.xlsx) rồi gửi lại.',
  );

/**
 * Cuts a stream of XML into tags and text: for the large parts of a workbook, where a general parser costs three times as much. No
 * document type, no entities but the five and character numbers; anything else refuses the file.
 */
export class XmlScanner {
  private rest = '';

  constructor(private readonly sink: TagSink) {}

  write(chunk: string): void {
    const text = this.rest + chunk;
    const sink = this.sink;
    let at = 0;
    for (;;) {
      const start = text.indexOf('<', at);
      if (start < 0) break;
      const mark = text.charCodeAt(start + 1);
      if (mark === 33 || mark !== mark) {
        const end = mark === 33 ? special(text, start, sink, at) : -1;
        if (end < 0) {
          this.rest = text.slice(at);
          return;
        }
        at = end;
        continue;
      }
      const end = text.indexOf('>', start + 1);
      if (end < 0) {
        this.rest = text.slice(at);
        if (this.rest.length > 4_000_000) throw damaged();
        return;
      }
      if (start > at) sink.text(text.slice(at, start));
      at = end + 1;
      if (mark === 63) continue;
      if (mark === 47) sink.close(localName(text.slice(start + 2, end)));
      else {
        const closed = text.charCodeAt(end - 1) === 47;
        const tag = text.slice(start + 1, closed ? end - 1 : end);
        sink.open(localName(tag), tag, closed);
      }
    }
    this.rest = text.slice(at);
    if (this.rest.length > 4_000_000) throw damaged();
  }

  end(): void {
    if (this.rest.includes('<')) throw damaged();
  }
}

/** Comments are skipped, CDATA is text, a document type is refused. Answers where to go on, -1 for "more is needed". */
function special(text: string, start: number, sink: TagSink, at: number): number {
  if (text.startsWith('<!--', start)) {
    const end = text.indexOf('-->', start);
    if (end >= 0 && start > at) sink.text(text.slice(at, start));
    return end < 0 ? -1 : end + 3;
  }
  if (text.startsWith('<![CDATA[', start)) {
    const end = text.indexOf(']]>', start);
    if (end < 0) return -1;
    if (start > at) sink.text(text.slice(at, start));
    sink.text(text.slice(start + 9, end).replaceAll('&', '&amp;'));
    return end + 3;
  }
  if (text.length - start < 10) return -1;
  throw damaged();
}

function localName(tag: string): string {
  let end = 0;
  let from = 0;
  for (; end < tag.length; end++) {
    const c = tag.charCodeAt(end);
    if (c <= 32 || c === 47) break;
    if (c === 58) from = end + 1;
  }
  return from === 0 && end === tag.length ? tag : tag.slice(from, end);
}

/** Value of an attribute, decoded; undefined when absent. */
export function attribute(tag: string, name: string): string | undefined {
  let at = 0;
  while ((at = tag.indexOf(name, at + 1)) > 0) {
    const after = at + name.length;
    if (tag.charCodeAt(at - 1) <= 32 && tag.charCodeAt(after) === 61) {
      const quote = tag[after + 1]!;
      const end = tag.indexOf(quote, after + 2);
      return end < 0 ? undefined : decodeXml(tag.slice(after + 2, end));
    }
  }
  return undefined;
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]{0,12});?/g, (whole, name: string) => {
    if (name.startsWith('#')) {
      const code = name[1] === 'x' || name[1] === 'X' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
      if (!(code > 0 && code <= 0x10ffff)) throw damaged();
      return String.fromCodePoint(code);
    }
    const known = NAMED[name];
    if (known === undefined || !whole.endsWith(';')) throw damaged();
    return known;
  });
}

/** Excel writes characters XML cannot hold as _x000D_. */
export function decodeExcel(text: string): string {
  const decoded = decodeXml(text);
  return decoded.includes('_x')
    ? decoded.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : decoded;
}
