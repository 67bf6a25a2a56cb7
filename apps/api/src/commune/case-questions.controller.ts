import { type CaseQuestion, CaseQuestions } from '@app/casework';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { QuestionAnsweredResponse, QuestionAskedResponse, QuestionListResponse } from '../http/answers/commune';
import { type Caller, CallerOf } from '../http/caller';
import { UuidPath } from '../http/validation';
import { QuestionAnswerRequest, QuestionRequest, WrongCommuneRequest } from './commune.dto';

/** Between the commune and its centre, about one case. */
@ApiTags('commune')
@Controller('api/v1')
export class CaseQuestionsController {
  constructor(private readonly questions: CaseQuestions) {}

  @Post('commune/questions')
  @Access({ roles: ['commune_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Hỏi trung tâm về một hồ sơ; câu trả lời đến như một việc' })
  @Answers(QuestionAskedResponse)
  ask(@CallerOf() caller: Caller, @Body() body: QuestionRequest): Promise<{ questionId: string }> {
    return this.questions.ask(caller.actor, { ...body, requestId: caller.requestId });
  }

  @Post('commune/wrong-commune')
  @HttpCode(204)
  @Access({ roles: ['commune_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Báo người này không thuộc xã, nêu xã đúng nếu biết; trung tâm xem xét' })
  disown(@CallerOf() caller: Caller, @Body() { caseId, suggested }: WrongCommuneRequest): Promise<void> {
    return this.questions.disownPlace(caller.actor, { caseId, communeCode: suggested, requestId: caller.requestId });
  }

  @Get('cases/:caseId/questions')
  @Access({ roles: ['centre_staff', 'department_officer', 'commune_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Câu hỏi của xã về hồ sơ và câu trả lời của trung tâm' })
  @Answers(QuestionListResponse)
  async ofCase(@CallerOf() caller: Caller, @Param('caseId', UuidPath) caseId: string): Promise<{ questions: CaseQuestion[] }> {
    return { questions: await this.questions.ofCase(caller.actor, caseId) };
  }

  @Post('questions/:questionId/answer')
  @HttpCode(200)
  @Access({ roles: ['centre_staff', 'department_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Trả lời câu hỏi của xã' })
  @Answers(QuestionAnsweredResponse)
  answer(
    @CallerOf() caller: Caller,
    @Param('questionId', UuidPath) questionId: string,
    @Body() { text }: QuestionAnswerRequest,
  ): Promise<{ questionId: string; caseId: string }> {
    return this.questions.answer(caller.actor, { questionId, text, requestId: caller.requestId });
  }
}
