export { issuerOf } from './application/issuer-of';
export * from './application/forget-documents';
export * from './application/open-document';
export * from './application/request-document';
export * from './application/write-requested';
export * from './domain/document-kinds';
export type { DocumentLine } from './persistence/document-rows';
export * from './documents.module';
export { type ReportContent, reportDocument, type ReportTable } from './writing/report-document';
