import { ActorOfLogin } from '@app/identity';
import { type Actor, systemActor } from '@app/kernel';
import { AppConfig, FileStore, Seal, TransactionRunner, type Tx } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import type { ISectionOptions } from 'docx';
import { documentKind } from '../domain/document-kinds';
import { DocumentRows, type WaitingDocument } from '../persistence/document-rows';
import { issuerOf } from './issuer-of';
import { toWord } from '../writing/official-page';
import { certificates, classList, communeConfirmation, type Printing, referral, returnCommitment } from '../writing/write-document';

const ONE_BY_ONE = { COMMUNE_CONFIRMATION: communeConfirmation, REFERRAL: referral, RETURN_COMMITMENT: returnCommitment } as const;

/** Writes a document that waits, with the rights of the account that asked: what it may not see is not printed. Written twice it is the same document. */
@Injectable()
export class WriteRequested {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly actors: ActorOfLogin,
    private readonly store: FileStore,
    private readonly seal: Seal,
    private readonly config: AppConfig,
  ) {}

  async run(documentId: string): Promise<'done' | 'failed' | 'ended'> {
    const asked = await this.own((tx) => DocumentRows.waiting(tx, documentId));
    if (!asked) return 'ended';
    const actor = await this.actors.get(asked.login);
    const sections = await this.runner
      .as('benve_api')
      .run(actor, (tx) => sectionsOf(tx, asked, actor, `${this.config.PUBLIC_URL}/cong-khai/chung-chi`));
    if (sections.length === 0) {
      await this.own((tx) =>
        DocumentRows.finish(tx, documentId, {
          state: 'failed',
          problem: 'Không còn ai để in: kiểm tra người được chọn, hoặc chứng chỉ đã cấp chưa.',
        }),
      );
      return 'failed';
    }
    const bytes = await toWord(documentKind(asked.kind).title, sections);
    await this.store.keep(documentId, this.seal.close(bytes, documentId));
    await this.own((tx) => DocumentRows.finish(tx, documentId, { state: 'done', people: sections.length }));
    return 'done';
  }

  private own<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.runner.run(systemActor('documents'), work);
  }
}

async function sectionsOf(tx: Tx, { kind, caseIds, classId }: WaitingDocument, actor: Actor, checkAt: string): Promise<ISectionOptions[]> {
  const printing = { ...(await printingOf(tx, actor)), checkAt };
  if (kind === 'CLASS_LIST' || kind === 'CERTIFICATE') {
    const found = await DocumentRows.classOf(tx, classId!);
    if (!found || (kind === 'CERTIFICATE' && !found.own)) return [];
    return kind === 'CERTIFICATE' ? certificates(found, printing) : [classList(found, printing)];
  }
  return (await DocumentRows.people(tx, caseIds)).map((person) => ONE_BY_ONE[kind](person, printing));
}

async function printingOf(tx: Tx, actor: Actor): Promise<Omit<Printing, 'checkAt'>> {
  const { issuer, today } = await issuerOf(tx, actor.organisationId, actor.login);
  const markets = (await PolicyBook.at(tx)).value<{ code: string; name: string }[]>('catalogue.markets') ?? [];
  return { issuer, today, marketName: (code) => markets.find((one) => one.code === code)?.name ?? code ?? '' };
}
