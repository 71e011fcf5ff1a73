/** The data set whose rating scale the app shows. */
export const APP_SCALE_DATASET = 'musifeast';
