import { hashOf, placeOf, type View } from './address.ts';

export * from './address.ts';

class CurrentPlace {
  #place = $state.raw(placeOf(location.hash));

  constructor() {
    window.addEventListener('hashchange', () => (this.#place = placeOf(location.hash)));
  }

  get view(): View {
    return this.#place.view;
  }

  get parts(): readonly string[] {
    return this.#place.parts;
  }

  go(view: View, ...parts: readonly (string | number)[]): void {
    location.hash = hashOf(view, ...parts);
  }
}

export const place = new CurrentPlace();
