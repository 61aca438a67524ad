/** A running camera that reads codes. */
export type Camera = { stop(): void }

type Detector = { detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> }
type DetectorClass = {
  new (options: { formats: ['qr_code'] }): Detector
  getSupportedFormats(): Promise<string[]>
}

const PAUSE = 120

/** Shows the camera that looks away from the person in `video`, and tells each code it sees. Throws when there is none. */
export async function startCamera(video: HTMLVideoElement, found: (text: string) => void): Promise<Camera> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
  })
  let running = true
  const stop = () => {
    running = false
    for (const track of stream.getTracks()) track.stop()
    video.srcObject = null
  }
  try {
    const detector = await makeDetector()
    video.srcObject = stream
    await video.play()
    void watch(video, detector, found, () => running)
  } catch (problem) {
    stop()
    throw problem
  }
  return { stop }
}

async function watch(
  video: HTMLVideoElement,
  detector: Detector,
  found: (text: string) => void,
  runs: () => boolean,
) {
  while (runs()) {
    const [code] = await detector.detect(video).catch(() => [])
    if (code && runs()) found(code.rawValue)
    await new Promise((done) => setTimeout(done, PAUSE))
  }
}

/** The browser's own reader, or one in plain JavaScript (no WebAssembly, which our content policy does not allow). */
async function makeDetector(): Promise<Detector> {
  const own = (window as { BarcodeDetector?: DetectorClass }).BarcodeDetector
  const able = await own?.getSupportedFormats().catch((): string[] => [])
  if (own && able?.includes('qr_code')) return new own({ formats: ['qr_code'] })
  const { BarcodeDetector } = await import('qr/decode.js')
  return new BarcodeDetector({ formats: ['qr_code'] })
}
