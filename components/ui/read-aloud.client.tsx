'use client';

import { useEffect, useState } from 'react';
import { Icon } from './icon';

type Props = {
  /** id of the element whose text is read */
  targetId: string;
  lang: string;
  labels: { start: string; stop: string };
};

/** Reads the text of an element with the browser's own voice; gone where the browser has none. */
export function ReadAloud({ targetId, lang, labels }: Props) {
  const [supported, setSupported] = useState(true);
  const [speaking, setSpeaking] = useState(false);

  useEffect(() => {
    setSupported('speechSynthesis' in window);
    return () => window.speechSynthesis?.cancel();
  }, []);

  if (!supported) return null;

  const toggle = () => {
    window.speechSynthesis.cancel();
    if (speaking) {
      setSpeaking(false);
      return;
    }
    // biome-ignore lint/performance/useDomNodeTextContent: hidden text must not be read, and blocks need their breaks
    const text = document.getElementById(targetId)?.innerText.trim();
    if (!text) return;
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = lang;
    // a little slower than usual: most who ask for it are older
    utterance.rate = 0.9;
    utterance.onend = () => setSpeaking(false);
    utterance.onerror = () => setSpeaking(false);
    setSpeaking(true);
    window.speechSynthesis.speak(utterance);
  };

  return (
    <button
      type="button"
      data-needs-script
      onClick={toggle}
      aria-pressed={speaking}
      className="no-print inline-flex min-h-12 cursor-pointer items-center gap-2 rounded-lg border border-line-strong bg-surface px-4 py-2 hover:border-accent hover:text-accent"
    >
      <Icon name="speaker" />
      {speaking ? labels.stop : labels.start}
    </button>
  );
}
