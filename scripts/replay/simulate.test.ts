import { beforeEach, describe, expect, it } from 'vitest';
import type { Context, Facts } from '../../dispatcher/model.js';
import { factsOf, faultOf, reportOf } from '../../dispatcher/testing/facts.js';
import { HOUSE, KUOXIAN, ZHANGJIAWAN } from '../../dispatcher/testing/house.js';
import { at } from '../../dispatcher/testing/time.js';
import { keysOf } from './people.js';
import { showStep } from './show.js';
import { createSimulation, type Step } from './simulate.js';
import { createSummary } from './summary.js';

const REPORT = reportOf([faultOf({ location: '三楼' })], {
  unit: ZHANGJIAWAN,
  units: [ZHANGJIAWAN],
  phone: '13800138001',
});
const SCRIPT: Readonly<Record<string, Facts>> = {
  断网: REPORT,
  漷县断网: reportOf([faultOf({ location: null, scope: 'unit', severity: 1 })], { unit: KUOXIAN, units: [KUOXIAN] }),
  收到: factsOf('accept'),
  修好了: factsOf('resolve', { words: '换了光模块' }),
  催: factsOf('urge'),
  你好: factsOf('chatter', { confidence: 0.5 }),
};

let contexts: Context[] = [];
let line = 0;
let group: { say(from: string, text: string, when: string): Step; forgotten(): number };
beforeEach(() => {
  const simulation = createSimulation({
    house: HOUSE,
    understand: (text, context) => {
      contexts.push(context);
      return SCRIPT[text] ?? factsOf('chatter');
    },
    botName: '小通',
    keys: keysOf([]),
  });
  group = {
    forgotten: simulation.forgotten,
    say: (name, text, when) => {
      contexts = [];
      return simulation.step({ line: (line += 1), at: at(when), from: { name, id: null }, text, media: 0 });
    },
  };
});

describe('the simulation', () => {
  it('opens a ticket and offers it; the engineer’s 收到 is read with it, and takes it', () => {
    const [ticket] = group.say('王老师', '@小通 断网', '2026-11-23 10:42').opened;
    expect(ticket).toMatchObject({ no: 'TZ-20261123-0001', state: 'offered', assignee: 'zhaogaobin' });
    expect(contexts[1]).toMatchObject({ role: 'reporter', addressed: true, ticket: 'none' });
    const step = group.say('赵高斌', '收到', '2026-11-23 10:43');
    expect(contexts[1]).toMatchObject({ role: 'engineer', addressed: false, assignment: 'offered' });
    expect(step.decision).toMatchObject({ kind: 'accepted', changes: [{ after: { state: 'accepted' } }] });
    group.say('王老师', '催', '2026-11-23 10:50');
    expect(contexts[1]).toMatchObject({ ticket: 'open', unit: ZHANGJIAWAN });
  });

  it('remembers a finished ticket for 48 h, and an open one that nobody speaks of for 72 h', () => {
    group.say('王老师', '断网', '2026-11-23 10:00');
    group.say('李老师', '漷县断网', '2026-11-23 10:00');
    group.say('赵高斌', '收到', '2026-11-23 10:10');
    group.say('赵高斌', '修好了', '2026-11-23 11:00');
    group.say('王老师', '你好', '2026-11-25 11:00');
    expect(contexts[1]?.ticket).toBe('finished');
    group.say('王老师', '你好', '2026-11-25 11:01');
    expect(contexts[1]?.ticket).toBe('none');
    group.say('李老师', '你好', '2026-11-26 10:00');
    expect([contexts[1]?.ticket, group.forgotten()]).toEqual(['open', 0]);
    group.say('李老师', '你好', '2026-11-26 10:01');
    expect([contexts[1]?.ticket, group.forgotten()]).toEqual(['none', 1]);
  });

  it('takes no message for the answer to a question that nobody saw', () => {
    const step = group.say('王老师', '漷县断网', '2026-11-23 10:00');
    expect(showStep(step, HOUSE)).toContain('asks for: phone');
    group.say('王老师', '你好', '2026-11-23 10:01');
    expect(contexts[1]).toMatchObject({ ticket: 'open', asked: null });
  });

  it('numbers tickets by the day, and its clock never goes back', () => {
    group.say('王老师', '断网', '2026-11-23 10:00');
    expect(group.say('李老师', '漷县断网', '2026-11-23 09:00').opened[0]?.no).toBe('TZ-20261123-0002');
    expect(group.say('陈老师', '断网', '2026-11-24 09:00').opened).toEqual([]);
    expect(group.say('赵高斌', '收到', '2026-11-24 09:01').decision.kind).toBe('accepted');
  });
});

describe('what is shown', () => {
  it('is intent, level with its reason, category, unit, evidence and the ticket, numbers masked', () => {
    const step = group.say('王老师', '断网', '2026-11-23 10:42');
    const facts = { ...step.facts, evidence: [{ field: 'severity', words: '三楼整层 13800138001', rule: 'a floor' }] };
    const message = { ...step.message, text: '断网\n电话 13800138001', media: 1 };
    expect(
      showStep({ ...step, facts, message }, HOUSE)
        .split('\n')
        .slice(1),
    ).toEqual([
      '  断网 ⏎ 电话 138****8001 [1 not text]',
      '  → report 0.90 · unit: 张家湾中学',
      '    fault 1: 二级故障（“三楼整层” → 影响一层楼） · campus 校园网 · 三楼 · 整层断网',
      '    ticket TZ-20261123-0001 二级故障, offered to 赵高斌',
      '    severity: “三楼整层 138****8001” a floor',
    ]);
  });

  it('is why nothing is done', () => {
    expect(showStep(group.say('王老师', '你好', '2026-11-23 10:42'), HOUSE)).toContain(
      'no ticket (unplaced), says nothing',
    );
    expect(showStep(group.say('赵高斌', '@小通 收到', '2026-11-23 10:42'), HOUSE)).toContain(
      'no ticket, refused (nothing-waits)',
    );
  });

  it('sums up', () => {
    const summary = createSummary();
    for (const [from, text] of [
      ['王老师', '断网'],
      ['李老师', '漷县断网'],
      ['赵高斌', '收到'],
      ['王老师', '你好'],
    ] as const)
      summary.add(group.say(from, text, '2026-11-23 10:42'));
    const shown = summary.show({ bots: 1, notices: 2, bad: 3, failed: 0, forgotten: 4 });
    expect(shown).toContain('4 of 2 reporters and 1 of staff; left out: 1 of the bot, 2 of the platform, 3 bad lines');
    expect(shown).toContain('report 2 · accept 1 · chatter 1');
    expect(shown).toContain('2: 一级故障 1 · 二级故障 1; 0 without unit or machine room; 4 left open and forgotten');
    expect(shown).toContain(`unsure      1 under 0.6: line ${line}`);
  });
});
