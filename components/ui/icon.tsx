const PATHS = {
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm5 12 4.5 4.5',
  place: 'M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21Zm0-9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  locate: 'M12 2v4m0 12v4M2 12h4m12 0h4M12 6a6 6 0 1 0 0 12 6 6 0 0 0 0-12Z',
  phone: 'M6 3h3l2 5-2.5 1.8a12 12 0 0 0 5.7 5.7L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3Z',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4v5l3.5 2',
  calendar: 'M4 6h16v14H4V6Zm0 5h16M8 3v5m8-5v5',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4 21c.6-4.2 3.8-6 8-6s7.4 1.8 8 6',
  walk: 'M13 3.5a1 1 0 1 0 0 .01M9 21l2.5-6.5L9.5 11 11 7l4 3 3 1M13 14l3 7M8 11l3-4',
  menu: 'M4 7h16M4 12h16M4 17h16',
  arrowRight: 'M5 12h14m-6-6 6 6-6 6',
  arrowLeft: 'M19 12H5m6-6-6 6 6 6',
  chevronDown: 'm6 9 6 6 6-6',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6 6 18',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 8v5m0-8.5v.01',
  warning: 'M12 4 2.5 20h19L12 4Zm0 6v5m0 2.5v.01',
  stop: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM6 6l12 12',
  map: 'm3 6 6-2 6 2 6-2v14l-6 2-6-2-6 2V6Zm6-2v14m6-12v14',
  download: 'M12 4v11m-5-5 5 5 5-5M5 20h14',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7v-6Z',
  speaker: 'M4 9.5h4L13 5v14l-5-4.5H4v-5Zm12-1a5 5 0 0 1 0 7m2.5-9.5a8.5 8.5 0 0 1 0 12',
  accessible: 'M12 4a1 1 0 1 0 0 .01M5 8.5l7 1 7-1M12 9.5V14m0 0-3.5 7M12 14l3.5 7',
  flag: 'M6 21V4m0 0h12l-2.5 4L18 12H6',
  external: 'M9 6H5v13h13v-4M13 4h7v7m0-7-9 9',
} as const;

export type IconName = keyof typeof PATHS;

type Props = { name: IconName; className?: string };

/** A line icon in the size and colour of its text; decoration only, so the words beside it must say the same. */
export function Icon({ name, className = 'size-[1.25em]' }: Props) {
  return (
    <svg viewBox="0 0 24 24" className={`icon ${className}`} aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
