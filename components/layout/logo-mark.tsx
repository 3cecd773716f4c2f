/** The portal's mark: four petals in the colours of the four directions around one point. Words stand beside it. */
export function LogoMark({ className = 'size-9' }: { className?: string }) {
  return (
    <svg viewBox="0 0 48 48" className={`shrink-0 ${className}`} aria-hidden="true">
      <path
        d="M24 3c5 4.5 7.5 8.5 7.5 12.5A7.5 7.5 0 0 1 24 21a7.5 7.5 0 0 1-7.5-5.5C16.5 11.5 19 7.5 24 3Z"
        className="fill-north-fill"
      />
      <path
        d="M45 24c-4.5 5-8.5 7.5-12.5 7.5A7.5 7.5 0 0 1 27 24a7.5 7.5 0 0 1 5.5-7.5C36.5 16.5 40.5 19 45 24Z"
        className="fill-east-fill"
      />
      <path
        d="M24 45c-5-4.5-7.5-8.5-7.5-12.5A7.5 7.5 0 0 1 24 27a7.5 7.5 0 0 1 7.5 5.5C31.5 36.5 29 40.5 24 45Z"
        className="fill-south-fill"
      />
      <path
        d="M3 24c4.5-5 8.5-7.5 12.5-7.5A7.5 7.5 0 0 1 21 24a7.5 7.5 0 0 1-5.5 7.5C11.5 31.5 7.5 29 3 24Z"
        className="fill-west-fill"
      />
    </svg>
  );
}
