import { describe, expect, it } from 'vitest';
import { context, reader } from './testing/district.js';

describe('the place a supplement tells', () => {
  it.each([
    ['补充一下，弱电间钥匙在门卫', null],
    ['对了，在教学楼二层，钥匙在门卫老李那', '教学楼二层'],
    ['补充一下，我在校门口等师傅', null],
  ])('%s → %s', (text, place) => {
    expect(reader.understand(text, context({ ticket: 'open' })).location).toBe(place);
  });

  it('answers where it is, and not where somebody waits', () => {
    const { location } = reader.understand('在二层机房，我在门口等', context({ ticket: 'open', asked: 'location' }));
    expect(location).toBe('二层机房');
  });
});
