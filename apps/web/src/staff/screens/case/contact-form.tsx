import { type FormEvent, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { FamilyContactAnswer, WorkerResponse } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { refreshCase } from './refresh-case';

const t = area('case', vi);
const KIN = ['kin.mother', 'kin.father', 'kin.wife', 'kin.husband', 'kin.sibling'] as const;

/** A relative: name, kinship, telephone, and the consent that somebody gave in words, never assumed. */
export function ContactForm({ worker, contact, onClose }: { worker: WorkerResponse; contact?: FamilyContactAnswer; onClose: () => void }) {
  const queries = useQueryClient();
  const [fullName, setFullName] = useState(contact?.fullName ?? '');
  const [kin, setKin] = useState(contact?.kin ?? '');
  const [phone, setPhone] = useState(contact?.phone ?? '');
  const [hamlet, setHamlet] = useState(contact?.hamlet ?? '');
  const [consent, setConsent] = useState(contact?.consent ?? false);
  const body = {
    fullName: fullName.trim(),
    consent,
    ...(kin.trim() && { kin: kin.trim() }),
    ...(phone.trim() && { phone: phone.trim() }),
    ...(hamlet.trim() && { hamlet: hamlet.trim() }),
    ...(contact?.communeCode && { communeCode: contact.communeCode }),
  };
  const terms = (key: string) => ({ key, version: worker.version });
  const deed = useDeed((_: void, key) =>
    contact
      ? call('PUT /api/v1/workers/{workerId}/contacts/{contactId}', {
          params: { workerId: worker.id, contactId: contact.id },
          body,
          ...terms(key),
        })
      : call('POST /api/v1/workers/{workerId}/contacts', { params: { workerId: worker.id }, body, ...terms(key) }),
  );
  const removal = useDeed((_: void, key) =>
    call('DELETE /api/v1/workers/{workerId}/contacts/{contactId}', {
      params: { workerId: worker.id, contactId: contact!.id },
      ...terms(key),
    }),
  );
  const finish = async (text: string) => {
    tellDone(text);
    onClose();
    await refreshCase(queries);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await deed.act()) await finish(t('contactSaved', { name: body.fullName }));
  };
  const remove = async () => {
    if (await removal.act()) await finish(t('contactRemoved', { name: body.fullName }));
  };
  return (
    <DialogSheet title={contact ? t('editContact', { name: contact.fullName }) : t('addContact')} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <TextField label={t('fullName')} value={fullName} onChange={setFullName} required most={120} autoFocus />
        <div className="choice-line">
          {KIN.map((word) => (
            <button key={word} type="button" className="plain-button" aria-pressed={kin === t(word)} onClick={() => setKin(t(word))}>
              {t(word)}
            </button>
          ))}
        </div>
        <div className="form-side">
          <TextField label={t('kin')} value={kin} onChange={setKin} most={40} />
          <TextField label={t('phone')} value={phone} onChange={setPhone} most={16} />
        </div>
        <TextField label={t('hamlet')} value={hamlet} onChange={setHamlet} most={120} />
        <label className="form-tick">
          <input type="checkbox" checked={consent} onChange={(event) => setConsent(event.target.checked)} />
          {t('consentText')}
        </label>
        <div className="form-deeds">
          <DeedButton word={t('save')} deed={deed} disabled={!body.fullName} />
          {contact && (
            <button type="button" className="plain-button" disabled={removal.busy} onClick={() => void remove()}>
              {t('removeContact')}
            </button>
          )}
        </div>
        {removal.problem && (
          <p role="alert" className="fault">
            {removal.problem}
          </p>
        )}
      </form>
    </DialogSheet>
  );
}
