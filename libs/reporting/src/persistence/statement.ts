/** Collects the values of a statement made of parts, so that none of them ever becomes its text. */
export class Statement {
  readonly values: unknown[] = [];

  /** The value as a typed parameter. */
  value(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}
