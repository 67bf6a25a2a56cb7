import { AGENCY_SWEEP, AgencySweep, OVERSTAY_SWEEP, OverstaySweep } from '@app/overstay';
import { Injectable } from '@nestjs/common';

/** Every sweep by name. */
@Injectable()
export class Sweeps {
  private readonly byName: ReadonlyMap<string, (startedBy: string) => Promise<object>>;

  constructor(overstay: OverstaySweep, agencies: AgencySweep) {
    this.byName = new Map<string, (startedBy: string) => Promise<object>>([
      [OVERSTAY_SWEEP, (startedBy) => overstay.run({ startedBy })],
      [AGENCY_SWEEP, (startedBy) => agencies.run({ startedBy })],
    ]);
  }

  get names(): string[] {
    return [...this.byName.keys()];
  }

  /** Throws for a name nobody knows. */
  async run(name: string, startedBy: string): Promise<object> {
    const sweep = this.byName.get(name);
    if (!sweep) throw new Error(`no sweep is called ${name}`);
    return sweep(startedBy);
  }
}
