import { groupBy } from '../group-by';

export interface OperandEdge {
  computed: string;
  operand: string;
}

/**
 * The codes along the shortest way from the indicator of the first edge back to itself, or null when there is none. Each
 * indicator is visited once: the number of ways through formulas that share operands doubles with every level.
 */
export function shortestCycle(edges: readonly OperandEdge[]): string[] | null {
  const start = edges[0]?.computed;
  if (start === undefined) return null;
  const below = groupBy(edges, ({ computed }) => computed);
  const paths = new Map([[start, [start]]]);
  for (const [code, path] of paths) {
    for (const { operand } of below.get(code) ?? []) {
      if (operand === start) return [...path, operand];
      if (!paths.has(operand)) paths.set(operand, [...path, operand]);
    }
  }
  return null;
}
