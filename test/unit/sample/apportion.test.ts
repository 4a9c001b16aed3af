import { apportion } from '../../../server/sample/apportion';

describe('apportioning a total by weights', () => {
  it('gives the largest remainders what rounding down left over', () => {
    expect(apportion(10, [1, 1, 2])).toEqual([3, 2, 5]);
    expect(apportion(189, [40, 30, 20, 10])).toEqual([75, 57, 38, 19]);
  });

  it('adds up to the total whatever the weights', () => {
    const parts = apportion(4240, [0.3, 17.2, 88, 1e-9, 3.333]);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(4240);
  });

  it('gives nothing to a weight of zero', () => {
    expect(apportion(7, [0, 1, 0])).toEqual([0, 7, 0]);
  });
});
