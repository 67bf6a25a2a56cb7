import { CaseworkModule } from '@app/casework';
import { Module } from '@nestjs/common';
import { CheckCertificate } from './application/check-certificate';
import { ClassQueries } from './application/class-queries';
import { CloseClass } from './application/close-class';
import { EnrolMany } from './application/enrol-many';
import { IssueCertificates } from './application/issue-certificates';
import { LeaveClass } from './application/leave-class';
import { OpenClass } from './application/open-class';
import { PlanSessions } from './application/plan-sessions';
import { RecordResults } from './application/record-results';
import { TakeAttendance } from './application/take-attendance';
import { CertificateDoor } from './persistence/certificate-door';

const USE_CASES = [
  CheckCertificate,
  ClassQueries,
  CloseClass,
  EnrolMany,
  IssueCertificates,
  LeaveClass,
  OpenClass,
  PlanSessions,
  RecordResults,
  TakeAttendance,
];

/** Classes before the exit: seats, attendance, results, certificates. The core is told when training began and what was proven. */
@Module({ imports: [CaseworkModule], providers: [...USE_CASES, CertificateDoor], exports: USE_CASES })
export class TrainingModule {}
