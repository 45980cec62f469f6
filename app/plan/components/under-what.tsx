/** What something new hangs under: "Voor de droom Ik wil alleen wonen". */
export function UnderWhat({ label, text }: { label: string; text: string }) {
  return (
    <>
      {label} <bdi>{text}</bdi>
    </>
  );
}
