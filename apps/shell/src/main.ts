import { resolve } from 'node:path'
import { makeNative } from './make.ts'

/** `make native`: the phone app's two projects, ready for Android Studio and Xcode. */
try {
  const { android, ios } = makeNative({ built: resolve(import.meta.dirname, '../../web/dist'), folder: 'build' })
  console.log(`Android: ${android}\niOS:     ${ios}\nHow to build them: docs/recipes/build-the-phone-app.md`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
