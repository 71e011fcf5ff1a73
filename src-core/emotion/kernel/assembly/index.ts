export { multiply, accumulateOuter, accumulateColumns, transposePanels } from './product';
export { cellForward, cellBackward } from './cell';
export { activate, activateBackward } from './activation';
export { sumOfSquares, adam } from './adam';
export { decibels, standardise } from './decibels';
