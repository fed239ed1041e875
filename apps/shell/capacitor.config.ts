import type { CapacitorConfig } from '@capacitor/cli'

/** Where `make native` writes: nothing of it is kept in the repository. */
const folder = process.env['NATIVE_DIR'] ?? 'build'

const config: CapacitorConfig = {
  // Who puts the app into a store puts a name of their own here first: it can never be changed there afterwards.
  appId: 'app.gymgenius',
  appName: 'GymGenius',
  webDir: `${folder}/www`,
  backgroundColor: '#0f172a',
  loggingBehavior: 'debug',
  zoomEnabled: true,
  // The app's own files and nothing else are shown in its window; the server that a lifter names is spoken to, never shown.
  server: { androidScheme: 'https', iosScheme: 'capacitor', hostname: 'localhost', allowNavigation: [] },
  android: { path: `${folder}/android`, allowMixedContent: false },
  ios: { path: `${folder}/ios`, contentInset: 'never' },
  plugins: {
    LocalNotifications: { smallIcon: 'ic_stat_rest', iconColor: '#06b6d4', presentationOptions: [] },
  },
}

export default config
