import { describe, expect, it } from 'vitest';
import type { Intent, Refusal, TicketState } from '../model.js';
import { IN_GROUP, saidOf, stageOf } from '../testing/spoken.js';
import { ticketIn } from '../testing/tickets.js';
import { refusalWords } from './refusal.js';

const words = (refusal: Refusal): string => refusalWords(refusal, stageOf());

describe('a refusal says why and what would work', () => {
  it.each<[Refusal, string]>([
    [{ kind: 'no-such-ticket', ref: '0099' }, '没有找到工单 0099。回复“我的工单”可以看到您在办的单'],
    [{ kind: 'nothing-open' }, '您名下没有对得上的工单。请带上单号再说一次，例如“0017 进度”'],
    [
      { kind: 'not-yours', ticket: ticketIn('accepted') },
      '0017 不在您名下：报修人 王老师，接单人 赵高斌。要改动请找他们，或请 张冰冰 协调',
    ],
    [{ kind: 'not-yours', ticket: ticketIn('unassigned') }, '0017 还没有人接单。工程师先回复“接单”，别的请找 张冰冰'],
    [{ kind: 'not-yours', ticket: ticketIn('cancelled') }, '0017 现在是“已撤单”，不用再处理'],
    [
      { kind: 'not-yours', ticket: ticketIn('accepted'), act: 'cancel' },
      '0017 不是您学校报的单。是本校老师请先回复“我是某某学校的”，别的请找 张冰冰',
    ],
    [{ kind: 'not-yours', ticket: ticketIn('closed'), act: 'feedback' }, '0017 的评价要由报修人来给'],
    [{ kind: 'taken', ticket: ticketIn('accepted'), by: 'zhaogaobin' }, '0017 已由 赵高斌 接单，您不用去了'],
    [{ kind: 'role', act: 'accept' }, '接单由运维工程师来做。您可以回复“进度”或“催单”'],
    [{ kind: 'role', act: 'query' }, '这个只有运维人员能看。查您自己的单请回复“我的工单”'],
    [{ kind: 'role', act: 'supplement' }, '更正要请服务台或 张冰冰 来做'],
    [{ kind: 'own-rating', ticket: ticketIn('resolved') }, '0017 是您处理的，评价要由报修人来给'],
    [{ kind: 'no-reason', ticket: ticketIn('accepted'), act: 'suspend' }, '0017 挂起要说原因，例如“挂起 等学校开门”'],
    [{ kind: 'no-such-person', name: '甲方代表' }, '不能派给 甲方代表：不在可派的工程师名单里。回复“值班”可以看到人员'],
    [{ kind: 'too-late', ticket: ticketIn('closed') }, '0017 办结已超过 48 小时，请按新故障再报一次'],
  ])('%j', (refusal, expected) => {
    expect(words(refusal)).toBe(expected);
  });

  it.each<[Intent, TicketState, string]>([
    ['resume', 'offered', '0017 现在是“派单待接”，先回复“接单”'],
    ['accept', 'accepted', '0017 现在是“已接单”，到场回复“到场”，修好回复“办结”'],
    ['arrive', 'arrived', '0017 现在是“已到场”，修好回复“办结”'],
    ['suspend', 'suspended', '0017 现在是“挂起”，能继续了先回复“恢复”'],
    ['feedback', 'arrived', '0017 现在是“已到场”，修好后再请您评价'],
    ['cancel', 'resolved', '0017 现在是“已办结”，没修好请回复“还是不行”'],
    ['supplement', 'closed', '0017 现在是“已关闭”，没修好请回复“还是不行”'],
    ['resolve', 'closed', '0017 现在是“已关闭”，有新情况请另报一次'],
    ['recovered', 'cancelled', '0017 现在是“已撤单”，故障还在请重新报一次'],
    ['decline', 'merged', '0017 现在是“已并单”，进展请看 0009'],
  ])('%s when %s', (act, state, expected) => {
    expect(words({ kind: 'not-in-state', ticket: ticketIn(state), act })).toBe(expected);
  });

  it('brings the button that would work', () => {
    const refusal: Refusal = { kind: 'not-in-state', ticket: ticketIn('suspended'), act: 'accept' };
    const [said] = saidOf([{ kind: 'refusal', refusal, at: IN_GROUP }]);
    expect(said?.outbound.buttons).toEqual([{ id: 'resume:TZ-20261123-0017', label: '恢复' }]);
    expect(said?.outbound.replyTo).toBe('m1');
  });
});
