'use client';

import 'maplibre-gl/dist/maplibre-gl.css';
import {
  Map as LibreMap,
  Marker,
  NavigationControl,
  ScaleControl,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl';
import type { Wgs84 } from '@/lib/core/geo';
import type { MapFrame, MapLabel, MapOutline, MapPoint } from './map-frame';

// The map library and its styles, loaded only when a person asks for the moving map.
// A Content-Security-Policy for it needs worker-src 'self' blob: and, with a tile key, img-src of the tile service.

// a bundler moves the library away from its worker, so the worker's address is said outright
setWorkerUrl(new URL('maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url).href);

export type MovingMapData = {
  points: readonly MapPoint[];
  origin: Wgs84 | null;
  outlines: readonly MapOutline[];
  labels: readonly MapLabel[];
  frame: MapFrame;
  /** a 天地图 key; without it the outlines are all there is */
  tileKey: string | null;
};
type Words = { zoomIn: string; zoomOut: string; origin: string; point: Record<number, string> };

const TILE_HOSTS = ['0', '1', '2', '3', '4', '5', '6', '7'];
const NEAREST_ZOOM = 17;
/** Below this zoom the names of subdistricts and landmarks would cover each other. */
const NAMES_FROM_ZOOM = 11.5;

/** Draws the moving map into an element; rejects when the browser cannot. */
export function drawMovingMap(container: HTMLElement, data: MovingMapData, words: Words): Promise<LibreMap> {
  const { frame } = data;
  const map = new LibreMap({
    container,
    style: mapStyle(data, getComputedStyle(container)),
    bounds: [frame.west, frame.south, frame.east, frame.north],
    maxZoom: NEAREST_ZOOM,
    attributionControl: false,
    // one finger scrolls the page, two move the map
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    locale: { 'NavigationControl.ZoomIn': words.zoomIn, 'NavigationControl.ZoomOut': words.zoomOut },
  });
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new ScaleControl({}), 'bottom-left');
  map.touchZoomRotate.disableRotation();
  if (data.tileKey === null) addNames(map, data.labels);
  if (data.origin) addMarker(map, data.origin, originElement(words.origin));
  for (const point of [...data.points].reverse()) {
    addMarker(map, point.position, pointElement(point, words.point[point.number] ?? point.name));
  }
  return new Promise((resolve, reject) => {
    map.once('load', () => resolve(map));
    map.once('error', (event) => reject(event.error));
  });
}

function mapStyle(data: MovingMapData, css: CSSStyleDeclaration): StyleSpecification {
  const colour = (name: string) => css.getPropertyValue(`--color-${name}`).trim();
  const style: StyleSpecification = {
    version: 8,
    sources: {
      outlines: {
        type: 'geojson',
        data: {
          type: 'FeatureCollection',
          features: data.outlines.map((outline) => ({
            type: 'Feature',
            properties: {},
            geometry: {
              type: 'MultiPolygon',
              coordinates: outline.polygons.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x, y]))),
            },
          })),
        },
      },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': colour('sunken') } },
      { id: 'districts', type: 'fill', source: 'outlines', paint: { 'fill-color': colour('surface') } },
    ],
  };
  if (data.tileKey !== null) {
    for (const layer of ['vec', 'cva'] as const) {
      style.sources[layer] = { type: 'raster', tiles: tileAddresses(layer, data.tileKey), tileSize: 256, maxzoom: 18 };
      style.layers.push({ id: layer, type: 'raster', source: layer });
    }
  }
  style.layers.push({
    id: 'borders',
    type: 'line',
    source: 'outlines',
    paint: { 'line-color': colour('line-strong'), 'line-width': 1.5 },
  });
  return style;
}

/** 天地图 raster tiles in Web Mercator; vec is the ground, cva its names. */
function tileAddresses(layer: 'vec' | 'cva', key: string): string[] {
  const query = `SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles`;
  const tile = `TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${encodeURIComponent(key)}`;
  return TILE_HOSTS.map((host) => `https://t${host}.tianditu.gov.cn/${layer}_w/wmts?${query}&${tile}`);
}

function addMarker(map: LibreMap, { lat, lon }: Wgs84, element: HTMLElement): Marker {
  return new Marker({ element }).setLngLat([lon, lat]).addTo(map);
}

function addNames(map: LibreMap, labels: readonly MapLabel[]): void {
  const elements = labels
    .filter(({ rank }) => rank !== 'district')
    .map((label) => {
      const element = document.createElement('span');
      element.textContent = label.name;
      element.setAttribute('aria-hidden', 'true');
      element.className = 'pointer-events-none font-sans text-xs text-ink-faint';
      addMarker(map, label.position, element);
      return element;
    });
  const show = () => {
    const visible = map.getZoom() >= NAMES_FROM_ZOOM;
    for (const element of elements) element.hidden = !visible;
  };
  map.on('zoom', show);
  show();
}

function pointElement(point: MapPoint, words: string): HTMLElement {
  const link = document.createElement('a');
  link.href = point.href;
  link.textContent = String(point.number);
  link.setAttribute('aria-label', words);
  link.title = words;
  link.className =
    'flex size-9 items-center justify-center rounded-full border-2 border-surface bg-accent font-sans text-base font-semibold text-on-accent no-underline';
  return link;
}

function originElement(words: string): HTMLElement {
  const dot = document.createElement('span');
  dot.title = words;
  dot.setAttribute('role', 'img');
  dot.setAttribute('aria-label', words);
  dot.className = 'size-5 rounded-full border-3 border-surface bg-focus';
  return dot;
}
