import { Module } from '@nestjs/common';
import { OverstaySweep } from './application/overstay-sweep';

@Module({ providers: [OverstaySweep], exports: [OverstaySweep] })
export class OverstayModule {}
