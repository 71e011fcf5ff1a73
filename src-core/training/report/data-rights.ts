/** What each data set is and what may be done with it, as the cards say it. */
const DATA_RIGHTS: Readonly<Record<string, string>> = {
  musifeast: 'MUSIFEAST-17 (van der Walle et al. 2025): ratings CC0, audio for research only',
  'gtzan-av': "Grekow's arousal and valence ratings of GTZAN excerpts: research only",
  emotify: 'Emotify (Aljanaki et al. 2016): research only',
  '4q': 'Panda, Malheiro & Paiva 2018 (AllMusic mood words): research only',
  teacher:
    'soft targets of MusiCNN with a linear head fitted on Emotion in Music (MTG): CC BY-NC-SA 4.0, non-commercial',
  emomusic: 'Emotion in Music (Soleymani et al. 2013): non-commercial research',
  deam: 'DEAM (Aljanaki, Yang & Soleymani 2017): non-commercial research',
};

/** @returns the rights of a data set; for one that is not listed, that they are unknown. */
export function rightsOf(dataset: string): string {
  return DATA_RIGHTS[dataset] ?? 'rights unknown';
}
