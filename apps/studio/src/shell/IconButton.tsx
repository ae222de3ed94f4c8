/**
 * A button that is a sign, with its name for those who point at it or cannot see it.
 */
interface IconButtonProps {
  readonly sign: string;
  readonly name: string;
  readonly disabled?: boolean;
  onClick(): void;
}

export function IconButton({ sign, name, disabled, onClick }: IconButtonProps) {
  return (
    <button type="button" aria-label={name} title={name} disabled={disabled} onClick={onClick}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
