import { type Actor, DomainError, newId, notFound } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { MOST_VIEWS, type NewView, PREFERENCE_MAX_BYTES, type PreferenceKey, type SavedView } from '../domain/preference';
import { PreferenceRows } from '../persistence/preference-rows';

/** What an account keeps for its screens: choices, and filters under a name. */
@Injectable()
export class Preferences {
  constructor(private readonly runner: TransactionRunner) {}

  /** Null when nothing was chosen yet. */
  async get(actor: Actor, key: PreferenceKey): Promise<unknown> {
    return this.runner.run(actor, (tx) => PreferenceRows.find(tx, key));
  }

  /** Throws PREFERENCE_TOO_LARGE. */
  async put(actor: Actor, key: PreferenceKey, value: unknown): Promise<void> {
    const json = JSON.stringify(value ?? null);
    if (Buffer.byteLength(json) > PREFERENCE_MAX_BYTES)
      throw new DomainError('invalid', 'PREFERENCE_TOO_LARGE', 'Cài đặt quá dài nên không lưu được.', { most: PREFERENCE_MAX_BYTES });
    await this.runner.run(actor, (tx) => PreferenceRows.put(tx, key, json));
  }

  async views(actor: Actor): Promise<SavedView[]> {
    return this.runner.run(actor, (tx) => PreferenceRows.views(tx));
  }

  /** Throws VIEW_EXISTS, TOO_MANY_VIEWS. */
  async addView(actor: Actor, view: NewView): Promise<{ id: string }> {
    return this.runner.run(actor, async (tx) => {
      if ((await PreferenceRows.countOwn(tx)) >= MOST_VIEWS)
        throw new DomainError('refused', 'TOO_MANY_VIEWS', `Bạn đã lưu ${MOST_VIEWS} bộ lọc. Hãy xóa bớt bộ lọc không dùng.`);
      const id = newId();
      if (!(await PreferenceRows.add(tx, id, view)))
        throw new DomainError('refused', 'VIEW_EXISTS', 'Bạn đã có bộ lọc tên này. Hãy đặt tên khác hoặc xóa bộ lọc cũ.');
      return { id };
    });
  }

  /** Only by its author. Throws NOT_FOUND, VIEW_OF_COLLEAGUE. */
  async removeView(actor: Actor, id: string): Promise<void> {
    await this.runner.run(actor, async (tx) => {
      if (await PreferenceRows.remove(tx, id)) return;
      if (!(await PreferenceRows.isVisible(tx, id))) throw notFound();
      throw new DomainError('refused', 'VIEW_OF_COLLEAGUE', 'Bộ lọc này do đồng nghiệp chia sẻ; chỉ người tạo mới xóa được.');
    });
  }
}
