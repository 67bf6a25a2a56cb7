import type { Cell } from '../domain/cell';
import { oldEncoding } from './read-styles';
import { FileRefused } from './reading-limits';
import { attribute, decodeExcel, type TagSink } from './scan-xml';

/** The table of texts; formatted runs are joined, phonetic hints left out, runs in an old font marked. */
export class StringsSink implements TagSink {
  readonly strings: Cell[] = [];
  private text_ = '';
  private font: 't' | 'v' | '' = '';
  private inText = false;
  private phonetic = false;

  open(name: string, tag: string, closed: boolean): void {
    if (name === 't') this.inText = !closed && !this.phonetic;
    else if (name === 'si') {
      this.text_ = '';
      this.font = '';
      if (closed) this.strings.push('');
    } else if (name === 'rPh') this.phonetic = !closed;
    else if (name === 'rFont') this.font ||= oldEncoding(attribute(tag, 'val') ?? '');
  }

  text(text: string): void {
    if (this.inText) this.text_ += decodeExcel(text);
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'si') {
      if (this.text_.length > 32_767) throw new FileRefused('FILE_DAMAGED', 'Có ô chứa quá 32.767 ký tự. Hãy sửa ô đó rồi gửi lại.');
      this.strings.push(this.font ? [this.font, this.text_] : this.text_);
    }
  }
}
