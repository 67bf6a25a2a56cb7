import { area } from '../../../../language/words';
import vi from '../../../../language/vi/queue.json';

const t = area('queue', vi);

/** The verb on the button of a row; what is newer than this build is simply opened. */
export function actionWord(action: string): string {
  const key = `action.${action}`;
  return key in vi ? t(key as keyof typeof vi) : t('action.OPEN');
}
