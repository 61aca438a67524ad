/** A running camera that reads codes. */
export type Camera = { stop(): void }

type Detector = { detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> }
type DetectorClass = {
  new (options: { formats: ['qr_code'] }): Detector
  getSupportedFormats(): Promise<string[]>
}

const INTERVAL = 120

/** Shows the rear camera in `video`, and calls `onCode` for each code it sees. Throws if there is no camera. */
export async function startCamera(video: HTMLVideoElement, onCode: (text: string) => void): Promise<Camera> {
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
    const detector = await createDetector()
    video.srcObject = stream
    await video.play()
    void detectCodes(video, detector, onCode, () => running)
  } catch (problem) {
    stop()
    throw problem
  }
  return { stop }
}

async function detectCodes(
  video: HTMLVideoElement,
  detector: Detector,
  onCode: (text: string) => void,
  isRunning: () => boolean,
) {
  while (isRunning()) {
    const [code] = await detector.detect(video).catch(() => [])
    if (code && isRunning()) onCode(code.rawValue)
    await new Promise((done) => setTimeout(done, INTERVAL))
  }
}

/** The browser's own detector, or one in plain JavaScript (no WebAssembly, which our content security policy forbids). */
async function createDetector(): Promise<Detector> {
  const NativeDetector = (window as { BarcodeDetector?: DetectorClass }).BarcodeDetector
  const formats = await NativeDetector?.getSupportedFormats().catch((): string[] => [])
  if (NativeDetector && formats?.includes('qr_code')) return new NativeDetector({ formats: ['qr_code'] })
  const { BarcodeDetector } = await import('qr/decode.js')
  return new BarcodeDetector({ formats: ['qr_code'] })
}
