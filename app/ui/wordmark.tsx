/** The ring with its person in the middle and one who joins. */
function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <path className="mark-ring" d="M19.3 4.45A12 12 0 1 0 27.55 12.7" fill="none" strokeWidth="3" strokeLinecap="round" />
      <circle className="mark-one" cx="24.49" cy="7.51" r="3.6" />
      <circle className="mark-heart" cx="16" cy="16" r="5" />
    </svg>
  );
}

/** The mark with its word. */
export function Wordmark({ name }: { name: string }) {
  return (
    <span className="wordmark">
      <Mark />
      <span>{name}</span>
    </span>
  );
}
