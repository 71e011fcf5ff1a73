/**
 * For each row the column that makes the sum of costs over all rows least, every column taken once: the assignment
 * problem, by shortest augmenting paths (Jonker & Volgenant 1987). Time grows with the cube of the size.
 *
 * @param cost of a row with a column
 */
export function assign(size: number, cost: (row: number, column: number) => number): Int32Array {
  const rowPrice = new Float64Array(size);
  const columnPrice = new Float64Array(size + 1);
  // Column `size` stands for none: every search starts there.
  const rowOf = new Int32Array(size + 1).fill(-1);
  const cameFrom = new Int32Array(size + 1);
  const shortest = new Float64Array(size + 1);
  const isReached = new Uint8Array(size + 1);
  for (let row = 0; row < size; row++) {
    rowOf[size] = row;
    let column = size;
    shortest.fill(Infinity);
    isReached.fill(0);
    do {
      isReached[column] = 1;
      const at = rowOf[column];
      let step = Infinity;
      let next = -1;
      for (let other = 0; other < size; other++) {
        if (isReached[other] === 1) continue;
        const length = cost(at, other) - rowPrice[at] - columnPrice[other];
        if (length < shortest[other]) {
          shortest[other] = length;
          cameFrom[other] = column;
        }
        if (shortest[other] < step) {
          step = shortest[other];
          next = other;
        }
      }
      for (let other = 0; other <= size; other++) {
        if (isReached[other] === 1) {
          rowPrice[rowOf[other]] += step;
          columnPrice[other] -= step;
        } else {
          shortest[other] -= step;
        }
      }
      column = next;
    } while (rowOf[column] !== -1);
    while (column !== size) {
      rowOf[column] = rowOf[cameFrom[column]];
      column = cameFrom[column];
    }
  }
  const columnOf = new Int32Array(size);
  for (let column = 0; column < size; column++) columnOf[rowOf[column]] = column;
  return columnOf;
}
