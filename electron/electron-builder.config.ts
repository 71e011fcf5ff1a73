import type { Configuration } from 'electron-builder';

/** `SEGUE_TEST_BUILD=1` leaves one fuse on by which Playwright can drive the packed app. Never release such a build. */
const isTestBuild = process.env.SEGUE_TEST_BUILD === '1';

const AUDIO = {
  'audio/mpeg': ['mp3'],
  'audio/flac': ['flac'],
  'audio/ogg': ['ogg', 'oga'],
  'audio/opus': ['opus'],
  'audio/mp4': ['m4a'],
  'audio/aac': ['aac'],
  'audio/x-wav': ['wav'],
  'audio/x-aiff': ['aiff', 'aif'],
  'audio/x-ms-wma': ['wma'],
};

export default {
  appId: 'app.segue.Segue',
  productName: 'Segue',
  copyright: 'Free software under the GNU General Public License, version 3 or later',
  directories: { output: 'dist/installers', buildResources: 'resources/icons' },
  extraMetadata: {
    main: 'electron/main/main.js',
    homepage: 'https://segue.invalid/',
    desktopName: 'segue.desktop',
  },
  files: [
    'package.json',
    'LICENSE',
    { from: 'dist/app', to: '.', filter: ['{electron,src-core,renderer,migrations,resources}/**'] },
    // What packages bring along for their own developers.
    '!node_modules/**/*.{map,ts,mts,cts,md,markdown,flow,gyp,gypi,c,cc,cpp,h,tsbuildinfo}',
    '!node_modules/**/{test,tests,__tests__,example,examples,benchmark,benchmarks,docs,.github}/**',
    '!node_modules/better-sqlite3/{deps,src}/**',
    '!node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}).node',
  ],
  // The core and its threads run from plain files beside the archive: worker threads, native modules and WebAssembly are
  // loaded there as in plain Node. Main, preload and page stay inside, where their integrity is checked.
  asar: true,
  asarUnpack: ['**/{src-core,migrations,resources,node_modules,electron/core}/**'],
  // Every native module is Node-API and comes prebuilt.
  npmRebuild: false,
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: isTestBuild,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
    resetAdHocDarwinSignature: true,
  },
  fileAssociations: Object.entries(AUDIO).map(([mimeType, ext]) => ({
    name: 'Audio',
    description: 'Audio file',
    role: 'Viewer',
    rank: 'Alternate',
    mimeType,
    ext,
  })),
  linux: {
    target: ['AppImage', 'deb'],
    executableName: 'segue',
    category: 'AudioVideo',
    icon: 'resources/icons/sizes',
    synopsis: 'A player that lines up the next track by where the current one is heading',
    maintainer: 'The Segue developers <segue@segue.invalid>',
    mimeTypes: ['inode/directory'],
    syncDesktopName: true,
    desktop: { entry: { Keywords: 'music;player;audio;mood;' } },
  },
  mac: {
    target: ['dmg'],
    category: 'public.app-category.music',
    icon: 'resources/icons/sizes/1024x1024.png',
    darkModeSupport: true,
    hardenedRuntime: true,
  },
  win: {
    target: ['nsis'],
    icon: 'resources/icons/sizes/512x512.png',
  },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
} satisfies Configuration;
