'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { MovingMapData } from './moving-map.client';

type Props = {
  data: MovingMapData;
  labels: {
    interactive: string;
    loading: string;
    failed: string;
    zoomIn: string;
    zoomOut: string;
    origin: string;
    point: Record<number, string>;
  };
  /** the same map as a drawing, shown until the moving one is asked for and ready */
  children: React.ReactNode;
};

/** Exchanges the drawn map for one that can be moved, when asked; the drawing stays where that fails. */
export function NearbyMap({ data, labels, children }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'drawing' | 'loading' | 'moving' | 'failed'>('drawing');
  const remove = useRef<(() => void) | null>(null);

  useEffect(() => () => remove.current?.(), []);

  const open = async () => {
    const container = frame.current;
    if (!container) return;
    setState('loading');
    container.hidden = false;
    try {
      const { drawMovingMap } = await import('./moving-map.client');
      const map = await drawMovingMap(container, data, labels);
      remove.current = () => map.remove();
      setState('moving');
    } catch {
      // no WebGL, or the scripts could not be fetched: the drawing and the list say the same
      container.hidden = true;
      setState('failed');
    }
  };

  return (
    <>
      <div className="relative overflow-hidden rounded-xl border border-line">
        <div className={state === 'moving' ? 'invisible' : undefined}>{children}</div>
        <div ref={frame} hidden className="absolute! inset-0" />
      </div>
      {state !== 'moving' && (
        <div className="mt-2" role="status">
          {state === 'failed' ? (
            <p className="text-ink-soft">{labels.failed}</p>
          ) : (
            <Button
              type="button"
              variant="secondary"
              data-needs-script
              onClick={open}
              disabled={state === 'loading'}
              aria-busy={state === 'loading'}
            >
              <Icon name="map" />
              {state === 'loading' ? labels.loading : labels.interactive}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
