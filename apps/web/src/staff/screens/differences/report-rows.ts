import type { ComparedPersonAnswer, DifferenceAnswer } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import type { HandedRows } from '../../parts/sent-file/handed-rows';
import { formFields, isReportKind } from '../../parts/sent-file/report-forms';

/** Who is right about a cell: the agency, which then says so, or the centre. */
export type Choice = 'theirs' | 'ours';
export type Choices = ReadonlyMap<string, Choice>;

export const cellKey = (person: ComparedPersonAnswer, { field }: DifferenceAnswer): string => `${person.caseId} ${person.row} ${field}`;

/** Rows of the bulk report for every cell that the agency knows better, one a person and form. */
export function rowsToReport(people: readonly ComparedPersonAnswer[], choices: Choices): HandedRows {
  const rows: HandedRows = {};
  for (const person of people) {
    const chosen = person.differences.filter((one) => one.form && choices.get(cellKey(person, one)) === 'theirs');
    for (const form of new Set(chosen.map((one) => one.form!))) {
      if (!isReportKind(form)) continue;
      const said = new Map(chosen.filter((one) => one.form === form).map((one) => [one.field, one]));
      (rows[form] ??= []).push(formFields(form).map((field) => valueOf(field, person, said)));
    }
  }
  return rows;
}

function valueOf(field: string, person: ComparedPersonAnswer, said: ReadonlyMap<string, DifferenceAnswer>): string {
  switch (field) {
    case 'key':
      return person.caseCode;
    case 'fullName':
      return person.fullName;
    case 'market':
      return said.get('market')?.written ?? '';
    case 'extendedTo':
      return formatDay(said.get('contractEnd')?.theirs);
    // Whatever is said of a journey stands beside its exit: the one the list tells, or the one that is known.
    case 'exitDate':
      return formatDay(person.departedOn ?? person.differences.find((one) => one.field === 'exitDate')?.theirs);
    default:
      return formatDay(said.get(field)?.theirs);
  }
}
