import type { ImportSheetAnswer } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/sent-file.json';
import { TableHead } from '../plain-table';
import './sent-file.css';

const t = area('sent-file', vi);

export const fieldName = (code: string): string => (`field.${code}` in vi ? t(`field.${code}` as 'field.fullName') : code);

/** Columns nobody may rely on before a person has looked. */
export const doubtfulColumns = (sheet: ImportSheetAnswer) => sheet.columns.filter(({ certainty }) => certainty === 'doubtful');

const TONES: Readonly<Record<string, string>> = { sure: 'done', remembered: 'done', chosen: 'brand', doubtful: 'soon' };

/** What each column of a sheet was taken for, with samples and how sure it is; a person's choice wins and is remembered for the next file. */
export function ColumnMatch({ sheet, onChoose }: { sheet: ImportSheetAnswer; onChoose: (letter: string, field: string) => void }) {
  const taken = new Set(sheet.columns.map(({ field }) => field));
  return (
    <div className="table-region" role="region" aria-label={t('columnsOf', { sheet: sheet.name })} tabIndex={0}>
      <table className="plain-table wide-table">
        <TableHead heads={[t('fileColumn'), t('samples'), t('matchedWith'), t('certainty')]} />
        <tbody>
          {sheet.columns.map(({ letter, header, field, certainty, samples }) => (
            <tr key={letter} className={certainty === 'doubtful' ? 'row-doubtful' : undefined}>
              <th scope="row">
                <span className="quiet">{letter}</span> {header || <em className="quiet">{t('noHeader')}</em>}
              </th>
              <td className="samples">{samples.join(' · ')}</td>
              <td>
                <select
                  className="field-input"
                  aria-label={t('fieldOf', { column: `${letter} ${header}` })}
                  value={field ?? ''}
                  onChange={(event) => onChoose(letter, event.target.value || 'skip')}
                >
                  <option value="">{t('notKnown')}</option>
                  <option value="skip">{t('skip')}</option>
                  {sheet.fields.map((code) => (
                    <option key={code} value={code} disabled={code !== field && taken.has(code)}>
                      {fieldName(code)}
                    </option>
                  ))}
                </select>
              </td>
              <td>
                {certainty && field !== 'skip' && (
                  <span className={`chip chip-${TONES[certainty]}`}>{t(`certainty.${certainty}` as 'certainty.sure')}</span>
                )}
                {certainty === 'doubtful' && (
                  <button type="button" className="plain-button" onClick={() => onChoose(letter, field!)}>
                    {t('confirmColumn')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
