'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

type Props = {
  /** the position the page already has, as addresses write it */
  near: string;
  labels: { button: string; busy: string; privacy: string; refused: string; unavailable: string };
};

const TIMEOUT_MS = 10_000;
/** A position a minute old is as good as a new one for finding a clinic. */
const MAXIMUM_AGE_MS = 60_000;
/** Three decimals, about 100 m: the browser never sends more. */
const DECIMALS = 3;

/** Asks the browser where the person is and submits the form around it with that; nothing is stored. */
export function LocateButton({ near, labels }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'ready' | 'busy' | 'refused' | 'unavailable'>('ready');

  const search = (position: GeolocationPosition) => {
    const form = input.current?.form;
    if (!input.current || !form) return;
    const { latitude, longitude } = position.coords;
    input.current.value = `${latitude.toFixed(DECIMALS)},${longitude.toFixed(DECIMALS)}`;
    input.current.disabled = false;
    const place = form.elements.namedItem('place');
    // the position replaces the place chosen before
    if (place instanceof HTMLSelectElement) place.value = '';
    form.requestSubmit();
  };

  const locate = () => {
    if (!('geolocation' in navigator)) {
      setState('unavailable');
      return;
    }
    setState('busy');
    navigator.geolocation.getCurrentPosition(
      search,
      (error) => setState(error.code === error.PERMISSION_DENIED ? 'refused' : 'unavailable'),
      { enableHighAccuracy: false, timeout: TIMEOUT_MS, maximumAge: MAXIMUM_AGE_MS },
    );
  };

  return (
    // the form around it lays out the button and the note
    <div className="contents">
      {/* an empty field is not sent */}
      <input ref={input} type="hidden" name="near" defaultValue={near} disabled={near === ''} />
      <Button type="button" variant="secondary" data-needs-script onClick={locate} aria-busy={state === 'busy'}>
        <Icon name="locate" />
        {state === 'busy' ? labels.busy : labels.button}
      </Button>
      <p data-needs-script role="status" className="col-span-full text-sm text-ink-soft">
        {state === 'refused' || state === 'unavailable' ? labels[state] : labels.privacy}
      </p>
    </div>
  );
}
