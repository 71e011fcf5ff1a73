/**
 * How weights lie in the kernel's memory: panels of 8 columns, each `[depth][8]`, where depth and columns are
 * padded with zeros. The columns of an LSTM's gates are regrouped so that the four gates of four neighbouring units
 * are adjacent.
 */
export interface PanelShape {
  readonly rows: number;
  readonly columns: number;
  /** Rows with padding, a multiple of 4. */
  readonly depth: number;
  readonly panels: number;
  /** Place of each source column among the padded ones. */
  readonly place: Int32Array;
}

export function padTo(multiple: number, count: number): number {
  return Math.ceil(count / multiple) * multiple;
}

/** Shape of a dense kernel `[rows, columns]`. */
export function densePanels(rows: number, columns: number): PanelShape {
  const place = Int32Array.from({ length: columns }, (_, column) => column);
  return { rows, columns, depth: padTo(4, rows), panels: padTo(8, columns) / 8, place };
}

/** Shape of an LSTM's kernel or recurrent kernel `[rows, 4 * units]` with TensorFlow.js's order of columns. */
export function gatePanels(rows: number, units: number): PanelShape {
  const place = Int32Array.from({ length: 4 * units }, (_, column) => {
    const gate = Math.floor(column / units);
    const unit = column % units;
    return (unit >> 2) * 16 + gate * 4 + (unit & 3);
  });
  return { rows, columns: 4 * units, depth: padTo(4, rows), panels: padTo(4, units) / 2, place };
}

/** Floats that the padded panels take. */
export function panelFloats(shape: PanelShape): number {
  return shape.panels * shape.depth * 8;
}

function panelIndex(shape: PanelShape, row: number, column: number): number {
  const place = shape.place[column];
  return ((place >> 3) * shape.depth + row) * 8 + (place & 7);
}

/** Row-major `[rows, columns]` into panels; padding is left as it is. */
export function pack(shape: PanelShape, matrix: Float32Array, panels: Float32Array): void {
  for (let row = 0; row < shape.rows; row++) {
    for (let column = 0; column < shape.columns; column++) {
      panels[panelIndex(shape, row, column)] = matrix[row * shape.columns + column];
    }
  }
}

/** Panels back into a new row-major `[rows, columns]`. */
export function unpack(shape: PanelShape, panels: Float32Array): Float32Array {
  const matrix = new Float32Array(shape.rows * shape.columns);
  for (let row = 0; row < shape.rows; row++) {
    for (let column = 0; column < shape.columns; column++) {
      matrix[row * shape.columns + column] = panels[panelIndex(shape, row, column)];
    }
  }
  return matrix;
}

/** The shape of the bias that goes with `shape`: one row, not padded. */
export function biasPanels(shape: PanelShape): PanelShape {
  return { ...shape, rows: 1, depth: 1 };
}

/** Rows of `width` floats from one stride to another; a plain copy where the strides agree. */
export function copyRows(
  from: { readonly data: Float32Array; readonly offset: number; readonly stride: number },
  to: { readonly data: Float32Array; readonly offset: number; readonly stride: number },
  rows: number,
  width: number,
): void {
  if (from.stride === width && to.stride === width) {
    to.data.set(from.data.subarray(from.offset, from.offset + rows * width), to.offset);
    return;
  }
  for (let row = 0; row < rows; row++) {
    const source = from.offset + row * from.stride;
    const target = to.offset + row * to.stride;
    for (let i = 0; i < width; i++) to.data[target + i] = from.data[source + i];
  }
}
