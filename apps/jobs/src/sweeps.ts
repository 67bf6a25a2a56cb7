import { OVERSTAY_SWEEP, OverstaySweep } from '@app/overstay';
import { Injectable } from '@nestjs/common';

/** Every sweep by name. */
@Injectable()
export class Sweeps {
  private readonly byName: ReadonlyMap<string, (startedBy: string) => Promise<object>>;

  constructor(overstay: OverstaySweep) {
    this.byName = new Map([[OVERSTAY_SWEEP, (startedBy: string) => overstay.run({ startedBy })]]);
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
