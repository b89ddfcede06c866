import fc from 'fast-check';

const PIECES = [
  ...['a', 'Z', '_', ' ', '三', '楼', '8', '１', '13800138000', '138 0013-8000', '8012', '\n', '"', '\\', '<@all>'],
  ...['\0', '\ud800', '\udc00', '😀', '⟦', '⟧', 'tel:', '⟦tel:00112233:abcd⟧', 'TZ-20261123-0017', '__proto__'],
];

/** Words with everything in them that storing has trouble with. (fast-check's own binary strings take a second to make.) */
export const oddWords = (maxLength = 8): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 5 })), { maxLength })
    .map((pieces) => pieces.join(''));
