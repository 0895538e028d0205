import { kinds } from '@klankbord/shared/widget'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { useMe } from '../me.ts'
import { READY, type Shown, type Step } from '../preview/shown.ts'

import { SelectField } from '../ui/field.tsx'
import { Segments } from '../ui/segments.tsx'
import { changeOf, type SiteForm } from './site-form.ts'

const devices = ['phone', 'desk'] as const
const themes = ['light', 'dark'] as const

interface PreviewProps {
  form: SiteForm
  identifies: boolean
  language: string
}

/** The widget itself, as what stands in the form would make it. It is on a page of its own that can send nothing. */
export function SitePreview({ form, identifies, language }: PreviewProps) {
  const { t } = useFullLanguage()
  const texts = t.sites.preview
  const { organisation } = useMe()
  const [step, setStep] = useState<Step>('choose')
  const [device, setDevice] = useState<(typeof devices)[number]>('phone')
  const [theme, setTheme] = useState<(typeof themes)[number]>(() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'))
  const offered = kinds.filter((kind) => form.shown.includes(kind))
  const steps: Step[] = ['button', 'choose', ...offered]
  const { kinds: shown, questions, rating, look, texts: words, locale } = changeOf(form)
  const configuration = { organisation: organisation.name, kinds: shown, questions, rating, look, texts: words, locale, identifies }
  const chosen = steps.includes(step) ? step : 'choose'
  return (
    <section class="site-preview" aria-label={texts.title}>
      <header class="site-preview-head">
        <SelectField
          label={texts.step}
          value={chosen}
          options={steps.map((value) => ({
            value,
            label: value === 'button' || value === 'choose' ? texts.steps[value] : texts.asks(t.kinds[value]),
          }))}
          onChange={(event) => setStep(event.currentTarget.value as Step)}
        />
        <div class="row">
          <Segments
            label={texts.device}
            options={devices.map((value) => ({ value, label: texts.devices[value] }))}
            value={device}
            onChange={setDevice}
          />
          {look.theme === 'auto' && (
            <Segments
              label={texts.theme}
              options={themes.map((value) => ({ value, label: texts.themes[value] }))}
              value={theme}
              onChange={setTheme}
            />
          )}
        </div>
      </header>
      <Frame device={device} shown={{ configuration, step: chosen, language, theme }} />
      <p class="soft note-size">{texts.safe}</p>
    </section>
  )
}

/** So long nothing more is typed before it is shown. */
const PAUSE_MS = 200

function Frame({ device, shown }: { device: 'phone' | 'desk'; shown: Shown }) {
  const { t } = useFullLanguage()
  const frame = useRef<HTMLIFrameElement>(null)
  const [isReady, setReady] = useState(false)
  const message = JSON.stringify(shown)
  useEffect(() => {
    const hear = ({ data, source }: MessageEvent) => {
      if (data === READY && source === frame.current?.contentWindow) setReady(true)
    }
    addEventListener('message', hear)
    return () => removeEventListener('message', hear)
  }, [])
  useEffect(() => {
    if (!isReady) return
    const timer = setTimeout(() => frame.current?.contentWindow?.postMessage(JSON.parse(message), location.origin), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [isReady, message])
  return (
    <div class="site-preview-screen" data-device={device}>
      <iframe ref={frame} title={t.sites.preview.title} src="/admin/widget-preview.html" />
    </div>
  )
}
