import { Answered } from './answered';

export class DocumentResponse {
  @Answered('id') id: string;
  @Answered('text') kind: string;
  @Answered('text') state: string;
  @Answered('whole') people: number;
  @Answered('text', { empty: true }) problem: string | null;
  @Answered('moment') requestedAt: Date;
}

export class DocumentListResponse {
  @Answered(() => DocumentResponse, { list: true }) documents: DocumentResponse[];
}
