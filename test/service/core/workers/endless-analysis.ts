/** Stands for a library that takes hours to hear: no file is ever done. */
export default function analyse(): Promise<never> {
  return new Promise(() => setInterval(() => undefined, 1000));
}
